using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0012_live")]
public sealed class M0012Live() : SqlMigration("0012_live.sql");
