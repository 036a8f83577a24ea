using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0010_planning")]
public sealed class M0010Planning() : SqlMigration("0010_planning.sql");
