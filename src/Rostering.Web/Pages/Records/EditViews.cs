using System.Collections.Immutable;
using Rostering.Core.Records;

namespace Rostering.Web.Pages.Records;

/// <summary>A version that somebody else saved meanwhile, and where it differs from what is in the form.</summary>
public sealed record ConflictView(RecordVersion Other, ImmutableArray<RecordDifference> Differences, string Back);

/// <summary>What keeps a change from being saved, and which of it other records would have.</summary>
public sealed record RefusedView(ImmutableArray<RecordError> Errors, ImmutableArray<RecordError> Elsewhere, RecordNames Names);

/// <summary>The reason of a change, with what is wrong with it.</summary>
public sealed record WhyView(string Why, ImmutableArray<RecordError> Errors)
{
    /// <summary>The field in which a form sends the reason.</summary>
    public const string Field = "why";

    private const int LengthMax = 500;

    public RecordError? Fault => Errors.FirstOrDefault(error => error.Field == Field);

    /// <summary>What is wrong with a reason.</summary>
    public static ImmutableArray<RecordError> Faults(RecordKind kind, string id, string why) => why.Length is > 0 and <= LengthMax
        ? []
        : [new RecordError(kind, id, Field, why.Length == 0 ? "(missing)" : $"{why.Length} characters", "Every change has a reason.", $"Say in a few words why, {LengthMax} characters at most.")];
}
