using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0006_ledger_verification")]
public sealed class M0006LedgerVerification() : SqlMigration("0006_ledger_verification.sql");
