using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Records whose a fund of the ledger is. What is recorded already stays as it is.</summary>
public sealed class RecordFund(RosteringContext database)
{
    public sealed record Request
    {
        public required int Fund { get; init; }
        public required long Provider { get; init; }

        /// <summary>The number of the provider's own books.</summary>
        public required int Organisation { get; init; }

        /// <summary>The opaque id of the person.</summary>
        public required string Person { get; init; }

        public required string Name { get; init; }
        public required string Council { get; init; }
        public required string PurchaseOrder { get; init; }
        public required string FundingOption { get; init; }
        public required LocalDate YearStartsOn { get; init; }

        /// <summary>Whether the person's easy-read statement has pictures.</summary>
        public required bool Pictures { get; init; }
    }

    public Task HandleAsync(Request request, CancellationToken cancellation) => database.Database.ExecuteSqlAsync(
        $"""
        insert into fund_holder (fund_id, provider_id, organisation, person, name, council_id, purchase_order, funding_option, year_starts_on, pictures)
        values ({request.Fund}, {request.Provider}, {request.Organisation}, {request.Person}, {request.Name}, {request.Council}, {request.PurchaseOrder},
          {request.FundingOption}, {request.YearStartsOn.ToDateOnly()}, {request.Pictures})
        on conflict do nothing
        """,
        cancellation);
}
