namespace Rostering.Solver.Problem;

/// <summary>Keys of the weights, one for each soft term; the unit each weighs is in the key's comment.</summary>
public static class WeightKeys
{
    /// <summary>Critical support left uncovered, per minute and worker. The four kinds of uncovered support form a level of their own, above every other term.</summary>
    public const string UncoveredCritical = "uncovered.critical";

    /// <summary>Substantial support left uncovered, per minute and worker.</summary>
    public const string UncoveredSubstantial = "uncovered.substantial";

    /// <summary>Moderate support left uncovered, per minute and worker.</summary>
    public const string UncoveredModerate = "uncovered.moderate";

    /// <summary>Low-need support, training or a meeting left uncovered, per minute and worker.</summary>
    public const string UncoveredLow = "uncovered.low";

    /// <summary>A worker the person accepted, but did not choose: per visit and worker.</summary>
    public const string Accepted = "continuity.accepted";

    /// <summary>A worker known to the person, neither chosen nor accepted: per visit and worker.</summary>
    public const string Known = "continuity.known";

    /// <summary>A worker new to the person: per visit and worker.</summary>
    public const string Stranger = "continuity.stranger";

    /// <summary>Each different worker beyond the faces a person wants in a week.</summary>
    public const string Face = "continuity.face";

    /// <summary>A published worker taken off a visit: per visit and worker.</summary>
    public const string ChangedWorker = "changes.worker";

    /// <summary>A published start moved: per minute.</summary>
    public const string ChangedStart = "changes.start";

    /// <summary>A split in a duty.</summary>
    public const string Split = "burden.split";

    /// <summary>Each minute of tied-up time that a duty lacks in paid time to be worth its while.</summary>
    public const string TiedUp = "burden.tied-up";

    /// <summary>Each clear day off short of what is wanted.</summary>
    public const string DayOff = "burden.day-off";

    /// <summary>Each unsocial minute beyond a fair share.</summary>
    public const string Unsocial = "burden.unsocial";

    /// <summary>A visit newly given to a worker who was asked for cover lately: per visit and recent ask.</summary>
    public const string RecentAsk = "burden.recent-ask";

    /// <summary>Each paid minute short of the contract.</summary>
    public const string BelowContract = "hours.below-contract";

    /// <summary>Each paid minute of swing beyond what nobody minds (variable hours).</summary>
    public const string Swing = "hours.swing";

    /// <summary>Each minute between the start asked for and the start given.</summary>
    public const string WantedStart = "wishes.start";

    /// <summary>Each visit against a worker's wish to be off.</summary>
    public const string WishOff = "wishes.off";

    /// <summary>Each wish to work that no visit met.</summary>
    public const string WishWork = "wishes.work";

    /// <summary>A visit by a worker from another locality.</summary>
    public const string Locality = "wishes.locality";

    /// <summary>A visit by a worker who shares no interest, where the person named some.</summary>
    public const string Interest = "wishes.interest";

    /// <summary>Cost of pay, travel, waiting and top-up: points per thousandth of a penny.</summary>
    public const string Cost = "cost.pay";

    /// <summary>Each mile driven.</summary>
    public const string Mile = "cost.mile";

    /// <summary>A person with fewer than two known workers who meets no second one this week.</summary>
    public const string SecondWorker = "development.second-worker";

    /// <summary>Every key.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        UncoveredCritical, UncoveredSubstantial, UncoveredModerate, UncoveredLow, Accepted, Known, Stranger, Face, ChangedWorker, ChangedStart,
        Split, TiedUp, DayOff, Unsocial, RecentAsk,
        BelowContract, Swing, WantedStart, WishOff, WishWork, Locality, Interest, Cost, Mile, SecondWorker,
    ];
}
