using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Reads whose a fund is.</summary>
public sealed class ReadFundName(RosteringContext database)
{
    public Task<string> HandleAsync(int fund, CancellationToken cancellation) =>
        database.FundHolders.Where(holder => holder.FundId == fund).Select(holder => holder.Name).SingleAsync(cancellation);

    /// <summary>The council that awards it.</summary>
    public Task<string> CouncilAsync(int fund, CancellationToken cancellation) =>
        database.FundHolders.Where(holder => holder.FundId == fund).Select(holder => holder.CouncilId).SingleAsync(cancellation);
}
