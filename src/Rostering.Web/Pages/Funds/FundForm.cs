using System.Collections.Immutable;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;

namespace Rostering.Web.Pages.Funds;

/// <summary>A form of finance: its fields, what they are filled in with, and what is wrong with that.</summary>
public sealed record FundForm(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>What money can be claimed, where a field asks for some.</summary>
    public ImmutableArray<UnmatchedRemittance> Unmatched { get; init; } = [];

    public ImmutableArray<FundActFault> Faults { get; init; } = [];

    /// <summary>Why nothing was recorded, where no field is wrong.</summary>
    public string? Refused { get; init; }

    /// <summary>What else to say, of the form as a whole.</summary>
    public IEnumerable<string> Problems => [.. Refused is null ? Array.Empty<string>() : [Refused], .. Faults.Where(fault => fault.Field.Length == 0).Select(fault => fault.ToString())];

    /// <summary>What fields were sent with.</summary>
    public static FundForm Sent(IEnumerable<FundActField> fields, IFormCollection sent) =>
        new(fields.ToDictionary(field => field.Name, field => sent[field.Name].ToString(), StringComparer.Ordinal));

    /// <summary>The form with what came of it.</summary>
    public FundForm Answered(RecordFundAct.Result result) => result switch
    {
        RecordFundAct.Result.Faulty faulty => this with { Faults = faulty.Faults },
        RecordFundAct.Result.Refused refused => this with { Refused = refused.Refusal.ToString() },
        _ => this,
    };

    public string Text(FundActField field) => Texts.GetValueOrDefault(field.Name, "");

    public FundActFault? Fault(FundActField field) => Faults.FirstOrDefault(fault => fault.Field == field.Name);

    /// <summary>Some of its fields, to be shown together.</summary>
    public FundFieldSet Only(IEnumerable<FundActField> fields) => new(this, [.. fields]);
}

/// <summary>Fields of a form that are shown together.</summary>
public sealed record FundFieldSet(FundForm Form, ImmutableArray<FundActField> Fields);
