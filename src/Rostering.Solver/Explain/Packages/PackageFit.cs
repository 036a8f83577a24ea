using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Explain.Packages;

/// <summary>How a week takes a package: the best plan that was found, and what it does to everybody else.</summary>
public sealed record PackageFit
{
    public required PackageWeek Week { get; init; }

    /// <summary>The week with as much of the package in it as could be covered. Nobody else loses a visit by it.</summary>
    public required Schedule Schedule { get; init; }

    /// <summary>The visits of the package that nobody could be found for, by index, in order of start.</summary>
    public required ImmutableArray<int> Gaps { get; init; }

    /// <summary>What the week costs more than without the package, in pence.</summary>
    public required long ExtraPence { get; init; }

    /// <summary>What the week takes from the package's own fund, in pence.</summary>
    public long FundPence => Schedule.Problem.Visits.Where(visit => Week.Package.Contains(visit.Source.Id)).SelectMany(visit => visit.Funds)
        .Select(paid => paid.Fund).Distinct().Sum(fund => FundUse.Pence(Schedule, fund));

    public LocalDate Monday => Week.Problem.WeekStart;

    public bool Fits => Gaps.IsEmpty;

    /// <summary>The day of the last visit that nobody could be found for.</summary>
    public LocalDate? LastGap => Gaps.IsEmpty ? null : Gaps.Max(visit => Schedule.Problem.Visits[visit].Source.EarliestStart.Date);

    /// <summary>Who would make each visit of the package that is covered, in words.</summary>
    public IEnumerable<PackageSeat> Seats =>
        from visit in Schedule.Problem.Visits
        where Week.Package.Contains(visit.Source.Id) && Schedule.Covered(visit.Index)
        orderby Schedule.Start(visit.Index)
        select new PackageSeat(Schedule.Problem.Clock.Local(Schedule.Start(visit.Index)), visit.Minutes, [.. Schedule.Workers(visit.Index).Select(worker => Schedule.Problem.Workers[worker].Source.Name)]);

    /// <summary>What is planned already and would have to change, in words.</summary>
    public ImmutableArray<RotaChange> Moved => RotaDifference.Of(Schedule);

    /// <summary>Why nobody makes a visit: what a family can be told.</summary>
    public IEnumerable<string> Reasons()
    {
        VisitExplainer explainer = new(Schedule);
        return Gaps.Select(visit => explainer.Explain(visit).Summary);
    }
}

/// <summary>A visit of the package and who would make it.</summary>
public sealed record PackageSeat(LocalDateTime Start, int Minutes, ImmutableArray<string> Workers);
