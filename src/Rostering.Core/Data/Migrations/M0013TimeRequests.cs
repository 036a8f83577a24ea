using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Rostering.Core.Data.Migrations;

[DbContext(typeof(RosteringContext))]
[Migration("0013_time_requests")]
public sealed class M0013TimeRequests() : SqlMigration("0013_time_requests.sql");
