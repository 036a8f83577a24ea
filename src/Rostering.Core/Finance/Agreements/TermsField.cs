using System.Collections.Immutable;
using Rostering.Core.Finance.FundActs;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Agreements;

/// <summary>One thing that terms say, as a field of a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="Show">What it is filled in with for terms that hold.</param>
/// <param name="Put">The terms with what it was filled in with.</param>
public sealed record TermsField(FundActField Field, Func<FundTerms, string> Show, Func<FundTerms, FundActValues, FundTerms> Put)
{
    /// <summary>All of a fund's terms, by what they are about; the last group is what its signed sheet agrees beside its council's terms.</summary>
    public static ImmutableArray<TermsGroup> Groups { get; } =
    [
        new("Emergencies and savings", [.. TermsFields.Kept()]),
        new("What is charged", [.. TermsFields.Charged()]),
        new("Invoices and statements", [.. TermsFields.Stated()]),
        new("Agreed on the signed sheet", [.. TermsFields.Agreed()]),
    ];

    /// <summary>What a council's terms say.</summary>
    public static ImmutableArray<TermsField> OfCouncil { get; } = [.. Groups[..^1].SelectMany(group => group.Fields)];

    /// <summary>What a fund's terms say.</summary>
    public static ImmutableArray<TermsField> OfFund { get; } = [.. Groups.SelectMany(group => group.Fields)];

    /// <summary>What terms say of this, in words.</summary>
    public string Words(FundTerms terms) => Show(terms) is { Length: > 0 } text ? Field.Choices.FirstOrDefault(choice => choice.Value == text)?.Words ?? text : "none";

    /// <summary>What fields are filled in with for terms that hold.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(IEnumerable<TermsField> fields, FundTerms terms) =>
        fields.Select(field => KeyValuePair.Create(field.Field.Name, field.Show(terms)));

    /// <summary>Terms with what fields were filled in with, or what cannot hold in them.</summary>
    internal static (FundTerms Terms, ImmutableArray<FundActFault> Faults) Read(IReadOnlyList<TermsField> fields, FundTerms terms, FundActValues said)
    {
        var read = fields.Aggregate(terms, (so, field) => field.Put(so, said));
        var faults = TermsJson.Read(TermsJson.Write(read)).Faults.Select(fault => new FundActFault("", "The terms cannot hold.", fault));
        if (read.SurplusCap is null && said.Number(TermsFields.SurplusForWeeks) is { } weeks)
            faults = faults.Append(new FundActFault(TermsFields.SurplusForWeeks, $"{weeks} weeks above a cap that is not given.", "Give the cap in weeks as well, or leave this empty."));
        return (read, [.. faults]);
    }
}

/// <summary>Fields of terms that are about one thing.</summary>
public sealed record TermsGroup(string Title, ImmutableArray<TermsField> Fields);
