using System.Text.RegularExpressions;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Core.Records;

/// <summary>One thing wrong with a record: which record and field, what was found there, why it cannot stand, and what to do about it.</summary>
/// <param name="Field">The field as the record's JSON names it, such as <c>contract.minutesMax</c>; empty for the record as a whole.</param>
public sealed partial record RecordError(RecordKind Kind, string Id, string Field, string Value, string Message, string Remedy)
{
    /// <summary>There is nothing to work by yet.</summary>
    internal static RecordError NoHouse { get; } = new(
        RecordKind.House, HouseTerms.Id, "", "(missing)", "The provider has no terms to work by.", "Record its travel, pay bands, limits and weights first.");

    /// <summary>Says of a fault of an assembled week which record it comes from.</summary>
    public static RecordError Of(ProblemError error, RotaProblem problem)
    {
        Match match = ListPath().Match(error.Path);
        string remedy = ListName().Replace(error.Remedy, "the provider's ${list}");
        if (!match.Success)
            return new RecordError(RecordKind.House, HouseTerms.Id, FieldAt(error.Path), error.Value, error.Message, remedy);
        int index = int.Parse(match.Groups["index"].ValueSpan, provider: null);
        var (kind, id) = Owner(problem, match.Groups["list"].Value, index);
        return new RecordError(kind, id, match.Groups["field"].Value, error.Value, error.Message, remedy);
    }

    /// <summary>The field that a path in JSON leads to, such as <c>weights.burden.split</c> for <c>$.weights['burden.split']</c>.</summary>
    internal static string FieldAt(string path) =>
        path.TrimStart('$').Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal).TrimStart('.');

    public override string ToString() => $"{Kind} {Id}{(Field.Length > 0 ? $", {Field}" : "")}: {Message} Found: {Value}. {Remedy}";

    private static (RecordKind Kind, string Id) Owner(RotaProblem problem, string list, int index) => list switch
    {
        "councils" => RecordContent.KeyOf(problem.Councils[index]),
        "teams" => RecordContent.KeyOf(problem.Teams[index]),
        "places" => RecordContent.KeyOf(problem.Places[index]),
        "people" => RecordContent.KeyOf(problem.People[index]),
        "funds" => RecordContent.KeyOf(problem.Funds[index]),
        "workers" => (RecordKind.Worker, problem.Workers[index].Id.Value),
        "visits" => Request(problem.Visits[index].Id),
        "links" => Request(problem.Links[index].First),
        "pins" => RecordContent.KeyOf(problem.Pins[index]),
        _ => (RecordKind.House, HouseTerms.Id),
    };

    private static (RecordKind Kind, string Id) Request(VisitId visit) =>
        (RecordKind.Request, VisitIds.Parse(visit) is { } parts ? parts.Request.Value : visit.Value);

    [GeneratedRegex(@"^\$\.(?<list>councils|teams|places|people|funds|workers|visits|links|pins)\[(?<index>\d+)\]\.?(?<field>.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListPath();

    [GeneratedRegex(@"\$\.(?<list>\w+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListName();
}
