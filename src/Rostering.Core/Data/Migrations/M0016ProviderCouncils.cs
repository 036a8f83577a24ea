using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0016_provider_councils")]
public sealed class M0016ProviderCouncils() : SqlMigration("0016_provider_councils.sql");
