using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Core.Records;

/// <summary>Makes a week's problem from the provider's records and from what the ledger says is left in each fund.</summary>
public sealed class AssembleProblem(RosteringContext database)
{
    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        public sealed record Assembled(RotaProblem Problem) : Result;

        /// <summary>The records do not make a week, for every reason that is named.</summary>
        public sealed record Refused(ImmutableArray<RecordError> Errors) : Result;
    }

    /// <summary>The problem of the week that starts on a Monday.</summary>
    public async Task<Result> HandleAsync(long providerId, LocalDate monday, CancellationToken cancellation)
    {
        if (await new ReadRecords(database).HandleAsync(providerId, cancellation) is not { } records)
            return new Result.Refused([RecordError.NoHouse]);
        RotaProblem problem = await LimitedAsync(records, providerId, monday, cancellation);
        var errors = ProblemValidation.Check(problem);
        return errors.IsEmpty
            ? new Result.Assembled(problem)
            : new Result.Refused([.. errors.Select(error => RecordError.Of(error, problem)).DistinctBy(error => (error.Kind, error.Id, error.Field, error.Message))]);
    }

    /// <summary>The week that records make, sound or not, with each fund held to what the ledger says is left in it.</summary>
    internal async Task<RotaProblem> LimitedAsync(ProviderRecords records, long providerId, LocalDate monday, CancellationToken cancellation)
    {
        var money = await new ReadWeekMoney(database).HandleAsync(providerId, monday, cancellation);
        RotaProblem agreed = WeekProblem.Of(records, monday);
        return agreed with { Funds = [.. agreed.Funds.Select(fund => Limited(fund, money))] };
    }

    /// <summary>A week takes what was agreed for it, and never more than the fund has.</summary>
    private static Fund Limited(Fund fund, ImmutableDictionary<string, Money> money) =>
        money.TryGetValue(fund.Person.Value, out Money left) ? fund with { AvailablePence = Math.Min(fund.AvailablePence, left.Pence) } : fund;
}
