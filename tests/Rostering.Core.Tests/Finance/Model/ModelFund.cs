using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>One fund as the model knows it.</summary>
internal sealed class ModelFund(int id, LocalDate openedOn)
{
    public int Id { get; } = id;

    public LocalDate LockedThrough { get; set; } = openedOn.PlusDays(-1);

    /// <summary>The first day for which it has terms; an organisation has none.</summary>
    public LocalDate? TermsFrom { get; init; }

    public bool ChargeAgreed { get; init; }

    public bool BonusAgreed { get; init; }

    public bool Closed { get; init; }

    public long Deficit { get; set; }

    public int Deficits { get; set; }

    public Dictionary<(Account Account, Unit Unit), long> Balances { get; set; } = [];

    /// <summary>Entry n is at n - 1.</summary>
    public List<ModelEntry> Entries { get; } = [];

    /// <summary>What was asked under each key.</summary>
    public Dictionary<string, ModelEntry> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Which entries were resolved, reversed or mirrored by a gift.</summary>
    public HashSet<(int Seq, string Role)> Done { get; } = [];

    public Dictionary<int, (long Pence, long Minutes)> Tranches { get; } = [];

    public Dictionary<LocalDate, int> Closings { get; } = [];

    /// <summary>Commitments that nothing has resolved.</summary>
    public SortedSet<int> Standing { get; } = [];

    public long Balance(Account account, Unit unit = Unit.Gbp) => Balances.GetValueOrDefault((account, unit));

    /// <summary>What is held or claimed on an account, in its own direction.</summary>
    public long Held(Account account, Unit unit = Unit.Gbp) => Balance(account, unit) * ChartOfAccounts.Side(account);

    public ModelEntry? Entry(int? seq) => seq is > 0 && seq <= Entries.Count ? Entries[seq.Value - 1] : null;
}

/// <summary>An entry that was made, with the lines that it has in the ledger.</summary>
internal sealed record ModelEntry(JournalEntry Asked, int Seq, ImmutableArray<Line> Lines, long Overspent, int? Tranche, long? Remittance)
{
    /// <summary>The head of the chain with it, once the ledger has said so.</summary>
    public string? Hash { get; set; }

    public EntryKind Kind => Asked.Kind;

    public long Sum(Account account, Unit unit) => Lines.Where(line => line.Account == account && line.Unit == unit).Sum(line => line.Amount);
}

/// <summary>Money that arrived.</summary>
internal sealed class ModelRemittance(long pence)
{
    public long Pence { get; } = pence;

    public long Allocated { get; set; }
}

/// <summary>What the model says becomes of an entry: either it is made, now or before, or it is refused.</summary>
internal sealed record Prediction(ModelEntry? Entry, bool Replayed)
{
    public RefusalReason? Refused { get; init; }

    public (Account Account, long Amount, long Limit)? Shortage { get; init; }
}

/// <summary>Ends the search for an entry's fate.</summary>
internal sealed class ModelRefusal(RefusalReason reason) : Exception(reason.ToString())
{
    public RefusalReason Reason { get; } = reason;

    public (Account Account, long Amount, long Limit)? Shortage { get; init; }
}
