using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Funds;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Problem;

namespace Rostering.Core.Visits;

/// <summary>Reads who is coming to a person, and how much their fund has left.</summary>
public sealed class ReadPersonWeek(RosteringContext database)
{
    /// <summary>The week, and the fund; the week is <c>null</c> where it is not published, the fund where there is none.</summary>
    public sealed record Result(string Name, PersonWeek? Week, PersonFund? Fund);

    /// <summary>Reads for a person of a provider; the name is the id where no published week and no fund knows another.</summary>
    public async Task<Result> HandleAsync(long provider, string person, LocalDate monday, Instant now, CancellationToken cancellation)
    {
        var week = await PublishedWeek.ReadAsync(database, provider, monday, visit => visit.People.Contains(person), cancellation);
        var holder = await database.FundHolders.AsNoTracking().SingleOrDefaultAsync(row => row.ProviderId == provider && row.Person == person, cancellation);
        var name = week?.NamesOfPeople([person]).SingleOrDefault() ?? holder?.Name ?? person;
        return new Result(name, week is null ? null : Week(week, monday), holder is null ? null : await FundAsync(holder, now, cancellation));
    }

    private static PersonWeek Week(PublishedWeek week, LocalDate monday) => new(monday, week.PublishedAt,
    [
        .. week.Visits.Select(visit => new PersonVisit
        {
            Id = visit.Visit,
            Start = visit.StartsAt,
            End = week.EndOf(visit),
            Kind = PublishedWeek.KindOf(visit),
            State = visit.State,
            Place = week.PlaceOf(visit).Name,
            Workers = [.. week.NamesOfWorkers(visit.Workers)],
            Seats = visit.Seats,
            Others = visit.People.Length - 1,
        }),
    ]);

    private async Task<PersonFund?> FundAsync(FundHolder holder, Instant now, CancellationToken cancellation)
    {
        var today = LocalClock.Date(now);
        if (await new ReadFund(database).HandleAsync(holder.FundId, today, today, now, cancellation) is not { Line: var line })
            return null;
        return new PersonFund(line.Main, line.Committed, line.Contingency, line.Bank, line.BankTime, line.YearFrom.PlusYears(1).PlusDays(-1), line.Owed, line.OwedTime);
    }
}

/// <summary>A person's visits of a week, in order of start.</summary>
public sealed record PersonWeek(LocalDate Monday, Instant PublishedAt, ImmutableArray<PersonVisit> Visits);

/// <summary>A visit as the person needs to know it.</summary>
public sealed record PersonVisit
{
    public required string Id { get; init; }
    public required LocalDateTime Start { get; init; }
    public required LocalDateTime End { get; init; }
    public required VisitKind Kind { get; init; }
    public required VisitState State { get; init; }
    public required string Place { get; init; }
    public required ImmutableArray<string> Workers { get; init; }

    /// <summary>How many workers there should be.</summary>
    public required int Seats { get; init; }

    /// <summary>How many other people share the visit.</summary>
    public required int Others { get; init; }
}

/// <summary>What a person's fund holds for them.</summary>
public sealed record PersonFund(Money Left, Money Promised, Money Contingency, Money Banked, Minutes BankedTime, LocalDate YearEnds, Money Owed, Minutes OwedTime);
