using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0011_messages")]
public sealed class M0011Messages() : SqlMigration("0011_messages.sql");
