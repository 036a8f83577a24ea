using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0015_fund_acts")]
public sealed class M0015FundActs() : SqlMigration("0015_fund_acts.sql");
