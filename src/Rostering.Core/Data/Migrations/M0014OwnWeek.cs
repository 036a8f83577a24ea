using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0014_own_week")]
public sealed class M0014OwnWeek() : SqlMigration("0014_own_week.sql");
