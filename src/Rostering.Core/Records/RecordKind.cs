namespace Rostering.Core.Records;

/// <summary>What a record is about. Together the records of a provider are all that its weeks are made from.</summary>
public enum RecordKind
{
    /// <summary>The terms the provider works by; there is one.</summary>
    House,

    /// <summary>How the provider seeks cover, from a day on.</summary>
    CoverTerms,
    Council,
    Team,
    Place,
    Person,

    /// <summary>A fund with what it agreed to pay in a week; what is left in it is the ledger's to say.</summary>
    Fund,
    Worker,
    Request,

    /// <summary>A request is called off, moved or extra on one date.</summary>
    DateChange,

    /// <summary>A worker, or a worker and a start, fixed by hand for one visit.</summary>
    Pin,
}
