namespace Rostering.Ledger;

/// <summary>What a posting counts. The names, in this order, are those of the database's type <c>ledger.unit</c>.</summary>
public enum Unit
{
    /// <summary>Pence.</summary>
    Gbp,

    /// <summary>Minutes of support.</summary>
    Min,
}
