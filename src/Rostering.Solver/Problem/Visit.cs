using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem;

/// <summary>A piece of support with a window, a length and the workers it needs.</summary>
public sealed record Visit
{
    public required VisitId Id { get; init; }
    public required VisitKind Kind { get; init; }

    /// <summary>Who is supported and from which fund; one share, or several for a shared session. Empty for training and meetings.</summary>
    public required ImmutableArray<Share> Shares { get; init; }
    public required TeamId Team { get; init; }
    public required PlaceId Place { get; init; }
    public required LocalDateTime EarliestStart { get; init; }
    public required LocalDateTime LatestStart { get; init; }

    /// <summary>The start asked for; <c>null</c> where any start in the window is as good.</summary>
    public LocalDateTime? WantedStart { get; init; }
    public required int Minutes { get; init; }

    /// <summary>Workers needed at once.</summary>
    public int Workers { get; init; } = 1;
    public ImmutableArray<Competency> Competencies { get; init; } = [];

    /// <summary>Lowest grade the activity allows.</summary>
    public int GradeMin { get; init; } = 1;

    /// <summary>Work with special hazard or heavy strain (reg 6(7)).</summary>
    public bool SpecialHazard { get; init; }

    /// <summary>A rest break of 20 minutes can be taken inside the visit.</summary>
    public bool BreakInside { get; init; }

    /// <summary>How badly the support is needed, from assessed need; never from who asked loudest.</summary>
    public required Need Need { get; init; }

    /// <summary>Visits of one outing: a gap between them that the person's activity makes is paid waiting.</summary>
    public string? Outing { get; init; }
}

/// <summary>Kinds of visit. A sleepover and a waking night are whole and fixed (H16).</summary>
public enum VisitKind { Support, Sleepover, WakingNight, GroupSession, Training, Meeting }

/// <summary>Assessed need (eligibility bands). Critical and substantial support is essential.</summary>
public enum Need { Low, Moderate, Substantial, Critical }

/// <summary>One person's part in a visit.</summary>
public sealed record Share
{
    public required PersonId Person { get; init; }
    public required FundId Fund { get; init; }

    /// <summary>Part of the cost, in thousandths; the shares of a visit sum to 1,000.</summary>
    public required int Permille { get; init; }

    /// <summary>The person agreed to share this session. Needed where there are several shares.</summary>
    public bool Consented { get; init; }
}

/// <summary>A relation between the starts of two visits.</summary>
public sealed record VisitLink
{
    public required LinkKind Kind { get; init; }
    public required VisitId First { get; init; }
    public required VisitId Second { get; init; }

    /// <summary>Least minutes from the end of the first to the start of the second (precedence only).</summary>
    public int GapMinutesMin { get; init; }

    /// <summary>Most minutes from the end of the first to the start of the second; <c>null</c> for no limit.</summary>
    public int? GapMinutesMax { get; init; }
}

/// <summary>Two visits start together, or one follows the other.</summary>
public enum LinkKind { Synchronised, Precedence }

/// <summary>An assignment fixed by hand: this worker, and this start where one is given.</summary>
public sealed record Pin
{
    public required VisitId Visit { get; init; }
    public required WorkerId Worker { get; init; }
    public LocalDateTime? Start { get; init; }
}

/// <summary>The rota people already hold.</summary>
public sealed record PublishedRota
{
    public required ImmutableArray<PublishedVisit> Visits { get; init; }

    /// <summary>Visits that start before this moment are frozen unless the workers concerned agreed.</summary>
    public required LocalDateTime FrozenUntil { get; init; }
}

/// <summary>A visit as published.</summary>
public sealed record PublishedVisit
{
    public required VisitId Visit { get; init; }
    public required LocalDateTime Start { get; init; }
    public required ImmutableArray<WorkerId> Workers { get; init; }

    /// <summary>The workers concerned agreed to a change of this visit.</summary>
    public bool ChangeAgreed { get; init; }
}
