using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0001_weekly_rota")]
public sealed class M0001WeeklyRota() : SqlMigration("0001_weekly_rota.sql");
