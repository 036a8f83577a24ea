using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0018_cover_terms")]
public sealed class M0018CoverTerms() : SqlMigration("0018_cover_terms.sql");
