using System.Collections.Immutable;

namespace Rostering.Ledger.Terms;

/// <summary>What holds for a fund from a day on: its council's terms with the fund's own exceptions, written out in full.</summary>
public sealed record FundTerms
{
    /// <summary>The share of an award kept for emergencies, in thousandths.</summary>
    public int ContingencyPermille { get; init; } = 100;

    /// <summary>What contingency may be drawn for; the ledger itself allows no others than these three.</summary>
    public ImmutableArray<string> DrawReasons { get; init; } = Terms.DrawReasons.All;

    /// <summary>How much the fund may hold; <c>null</c> where the council sets no cap.</summary>
    public SurplusCap? SurplusCap { get; init; }

    public BankTerms Bank { get; init; } = new();

    public InvoiceCycle InvoiceCycle { get; init; } = new();

    /// <summary>When the council's money can be planned with.</summary>
    public SpendableOn SpendableOn { get; init; }

    /// <summary>What a delivered hour is charged at, in pence; <c>null</c> where the fund is charged what a visit really costs.</summary>
    public long? AgreedRatePence { get; init; }

    /// <summary>What a visit that the person calls off is charged; later than the last band it is charged nothing.</summary>
    public ImmutableArray<NoticeBand> NoticeBands { get; init; } = [new(24, 1000)];

    /// <summary>What pays for a visit that the person was too ill for.</summary>
    public Purse AbsencePurse { get; init; }

    /// <summary>The charge that the signed sheet states; without one, none can be posted.</summary>
    public ManagementCharge? ManagementCharge { get; init; }

    /// <summary>Whether an agreed saving may pay a team's bonus.</summary>
    public bool BonusAllowed { get; init; }

    public StatementRules Statement { get; init; } = new();

    /// <summary>What the fund is charged for support that really cost so much and took so long.</summary>
    public Money Charged(Money cost, Minutes time) =>
        AgreedRatePence is { } rate ? new((rate * time.Count + 30) / 60) : cost;

    /// <summary>The share of a visit's cost, in thousandths, that is charged when it is called off so many hours ahead.</summary>
    public int PermilleCharged(int noticeHours) =>
        NoticeBands.OrderBy(band => band.HoursBelow).FirstOrDefault(band => noticeHours < band.HoursBelow)?.Permille ?? 0;
}

/// <summary>The three reasons for which contingency is kept at all; terms may allow fewer, and never more.</summary>
public static class DrawReasons
{
    public const string PersonIll = "person ill";
    public const string WorkerIll = "worker ill";
    public const string Emergency = "emergency";

    public static ImmutableArray<string> All { get; } = [PersonIll, WorkerIll, Emergency];
}

/// <summary>The main balance may hold so many weeks of the weekly award; what exceeds it for longer than <paramref name="ForWeeks"/> is due to the council.</summary>
public sealed record SurplusCap(int Weeks, int ForWeeks);

/// <summary>How much may be banked, for how long, and where a tranche goes that is not used in time.</summary>
public sealed record BankTerms
{
    public long? CapMinutes { get; init; }

    public int? ExpiryWeeks { get; init; }

    public ExpiredTranche ExpiredGoesTo { get; init; }
}

/// <summary>Who gets an expired tranche.</summary>
public enum ExpiredTranche
{
    /// <summary>It returns to the main balance.</summary>
    Main,

    /// <summary>It becomes due to the council.</summary>
    Council,
}

/// <summary>When awarded money can be planned with.</summary>
public enum SpendableOn
{
    /// <summary>From the award on.</summary>
    Award,

    /// <summary>Once the council has paid.</summary>
    Receipt,
}

/// <summary>What pays for the person's absence.</summary>
public enum Purse
{
    /// <summary>The main balance.</summary>
    Main,

    /// <summary>Contingency, and the main balance for what that lacks.</summary>
    Contingency,
}

/// <summary>A visit called off with less notice than this is charged so many thousandths of its cost.</summary>
public sealed record NoticeBand(int HoursBelow, int Permille);

/// <summary>The charge of a signed sheet: so much a period, or so many thousandths of the support delivered in it.</summary>
public sealed record ManagementCharge
{
    /// <summary>The opaque id of the signed sheet.</summary>
    public required string Sheet { get; init; }

    public long? PencePerPeriod { get; init; }

    public int? PermilleOfDelivered { get; init; }

    public Money For(Money delivered) => PencePerPeriod is { } pence ? new(pence) : delivered.Split(PermilleOfDelivered!.Value, 1000 - PermilleOfDelivered.Value)[0];
}

/// <summary>How often a statement is made, by when, on what basis, in which editions, and what it shows in which order.</summary>
public sealed record StatementRules
{
    public StatementFrequency Frequency { get; init; }

    /// <summary>How many days after the period's end it is due.</summary>
    public int DueDays { get; init; } = 30;

    public StatementBasis Basis { get; init; }

    public ImmutableArray<StatementEdition> Editions { get; init; } = [StatementEdition.Standard, StatementEdition.EasyRead];

    /// <summary>What the standard edition shows; who it is about, how to query it and its seal are always there.</summary>
    public ImmutableArray<StatementSection> Sections { get; init; } = [.. Enum.GetValues<StatementSection>()];

    /// <summary>Whether time comes before money.</summary>
    public bool HoursFirst { get; init; }
}

/// <summary>How often a statement is made.</summary>
public enum StatementFrequency
{
    /// <summary>For each period that is invoiced.</summary>
    EveryPeriod,

    /// <summary>For each calendar month.</summary>
    Monthly,

    /// <summary>For every three calendar months.</summary>
    Quarterly,
}

/// <summary>What a statement counts as spent.</summary>
public enum StatementBasis
{
    /// <summary>Support that was given.</summary>
    Delivered,

    /// <summary>What the council was invoiced.</summary>
    Invoiced,
}

/// <summary>Whom a statement is worded for.</summary>
public enum StatementEdition
{
    /// <summary>All sixteen items.</summary>
    Standard,

    /// <summary>Large type, short sentences.</summary>
    EasyRead,
}
