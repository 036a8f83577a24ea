using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rostering.Core.Records.Fields;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>A part of the house terms that is looked at and changed by itself: how people travel, say, or the values of one limit.</summary>
public sealed record HouseTermsPart
{
    private const string Limits = "parameters";
    private const string Key = "key";

    private static readonly ImmutableArray<HouseTermsPart> Parts =
        [new("travel", "zone", "travel"), new("pay-bands", "payBands"), new("weights", "weights"), .. ParameterKeys.All.Select(key => new HouseTermsPart(key))];

    private HouseTermsPart(string name, params IReadOnlyCollection<string> fields)
    {
        Name = name;
        Field = new Field { Name = "", Form = FieldForm.Group, Parts = [.. Field.Of(RecordKind.House).Parts.Where(field => fields.Contains(field.Name, StringComparer.Ordinal))] };
    }

    private HouseTermsPart(string key)
    {
        (Name, Limit) = (key, key);
        Field = new Field { Name = "", Form = FieldForm.Group, Parts = [LimitField(key)] };
    }

    /// <summary>What the part goes by in an address.</summary>
    public string Name { get; }

    /// <summary>The key of the limit whose values these are; <c>null</c> for any other part.</summary>
    public string? Limit { get; }

    /// <summary>The fields to fill in.</summary>
    public Field Field { get; }

    public static HouseTermsPart? Of(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>How the value of a limit is written: the unit ends its key.</summary>
    public static FieldForm FormOf(string key) => key[(key.LastIndexOf('.') + 1)..] switch
    {
        "minutes" or "minute-of-day" => FieldForm.Hours,
        "permille" => FieldForm.Percent,
        "flag" => FieldForm.Switch,
        _ => FieldForm.Number,
    };

    /// <summary>What a record of house terms says of this part.</summary>
    public JsonObject In(JsonObject house)
    {
        JsonObject part = [];
        foreach (var field in Field.Parts)
            part[field.Name] = Limit is null ? house[field.Name]?.DeepClone() : new JsonArray([.. ValuesOf(house, own: true)]);
        return part;
    }

    /// <summary>Reads the part from a form, and takes all else from a record of house terms.</summary>
    public RecordForm Read(IReadOnlyDictionary<string, string> texts, string house)
    {
        var beside = JsonNode.Parse(house)!.AsObject();
        if (Limit is null)
        {
            foreach (var field in Field.Parts)
                beside.Remove(field.Name);
            return RecordForm.Read(RecordKind.House, Field, texts, beside);
        }

        beside[Limits] = new JsonArray([.. ValuesOf(beside, own: false)]);
        return RecordForm.Read(RecordKind.House, WithKey, Keyed(texts), beside);
    }

    /// <summary>The form shows no key, which its address says; the record has one in every row.</summary>
    private Field WithKey => Field with { Parts = [Field.Parts[0] with { Parts = [new Field { Name = Key, Form = FieldForm.Text }, .. Field.Parts[0].Parts] }] };

    private Dictionary<string, string> Keyed(IReadOnlyDictionary<string, string> texts)
    {
        Dictionary<string, string> keyed = new(texts, StringComparer.Ordinal);
        foreach (string row in texts.Where(text => text.Value.Trim().Length > 0 && text.Key.StartsWith($"{Limits}[", StringComparison.Ordinal)).Select(text => text.Key[..(text.Key.IndexOf(']', StringComparison.Ordinal) + 1)]))
            keyed[$"{row}.{Key}"] = Limit!;
        return keyed;
    }

    private IEnumerable<JsonNode> ValuesOf(JsonObject house, bool own) =>
        (house[Limits] as JsonArray ?? []).Where(row => row![Key]?.ToString() == Limit == own).Select(row => row!.DeepClone());

    private static Field LimitField(string key)
    {
        Field rows = Field.Of(RecordKind.House).Part(Limits);
        return rows with { Parts = [.. rows.Parts.Where(part => part.Name != Key).Select(part => part.Name == "value" ? part with { Form = FormOf(key) } : part)] };
    }
}
