namespace Rostering.Ledger;

/// <summary>What came of asking for something that can be refused.</summary>
public abstract record Attempt<T>
{
    private Attempt()
    {
    }

    /// <summary>It was done, and this is the result.</summary>
    public sealed record Made(T Value) : Attempt<T>;

    /// <summary>It was refused, and nothing happened.</summary>
    public sealed record Refused(Refusal Refusal) : Attempt<T>;

#pragma warning disable CA2225 // The two records are the alternates by name.
    public static implicit operator Attempt<T>(T value) => new Made(value);

    public static implicit operator Attempt<T>(Refusal refusal) => new Refused(refusal);
#pragma warning restore CA2225
}
