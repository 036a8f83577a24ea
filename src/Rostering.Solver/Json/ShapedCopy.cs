using System.Text.Json;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>
/// Copies a file value by value, holding each against its shape. Every fault is noted, and a stand-in of the right shape takes the
/// place of what was faulty: so one reading finds all faults of form, and what is left can still be validated for sense.
/// </summary>
internal sealed class ShapedCopy(Utf8JsonWriter output)
{
    private readonly PathStack path = new();

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public List<ProblemError> Errors { get; } = [];

    /// <summary>Paths where a stand-in was put.</summary>
    public List<string> StandIns { get; } = [];

    /// <summary>Copies the whole file. False where the text is not JSON, so that nothing past the break could be read.</summary>
    public bool TryCopy(ReadOnlySpan<byte> utf8, Shape shape)
    {
        var input = new Utf8JsonReader(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8);
        try
        {
            input.Read();
            Copy(ref input, shape);
            input.Read();
            return true;
        }
        catch (JsonException broken)
        {
            Errors.Add(new ProblemError(
                path.ToString(),
                $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}",
                "The file is not valid JSON from here on.",
                "Correct the text there: no comments, no comma after the last item, every bracket and quote closed."));
            return false;
        }
    }

    private void Copy(ref Utf8JsonReader input, Shape shape)
    {
        switch (shape, input.TokenType)
        {
            case (ObjectShape form, JsonTokenType.StartObject): CopyObject(ref input, form); break;
            case (MapShape form, JsonTokenType.StartObject): CopyMap(ref input, form); break;
            case (ListShape form, JsonTokenType.StartArray): CopyList(ref input, form); break;
            case (TextShape form, JsonTokenType.String): CopyText(ref input, form); break;
            case (ChoiceShape form, JsonTokenType.String): CopyChoice(ref input, form); break;
            case (NumberShape form, JsonTokenType.Number): CopyNumber(ref input, form); break;
            case (FlagShape, JsonTokenType.True or JsonTokenType.False): output.WriteBooleanValue(input.GetBoolean()); break;
            default: StandIn(ref input, shape, $"This must be {shape.Noun}.", $"Write {shape.Noun}{Example(shape)}."); break;
        }
    }

    private void CopyObject(ref Utf8JsonReader input, ObjectShape shape)
    {
        output.WriteStartObject();
        bool[] seen = new bool[shape.Fields.Length];
        while (input.Read() && input.TokenType == JsonTokenType.PropertyName)
        {
            string name = input.Text() ?? "";
            input.Read();
            path.Enter(name);
            if (shape.Find(name) is not { } field)
                Refuse(ref input, "No such field is known here.", $"Remove it or correct its name; known are {Names(shape)}.");
            else if (seen[field.Index])
                Refuse(ref input, "The field is given twice.", "Keep one of the two.");
            else
                CopyField(ref input, field, seen);
            path.Leave();
        }

        foreach (var field in shape.Fields.Where(field => field.Required && !seen[field.Index]))
            AddMissing(field);
        output.WriteEndObject();
    }

    private void CopyField(ref Utf8JsonReader input, Field field, bool[] seen)
    {
        seen[field.Index] = true;
        output.WritePropertyName(field.Name);
        if (input.TokenType == JsonTokenType.Null && field.Nullable)
            output.WriteNullValue();
        else
            Copy(ref input, field.Shape);
    }

    private void AddMissing(Field field)
    {
        path.Enter(field.Name);
        output.WritePropertyName(field.Name);
        field.Shape.WriteStandIn(output);
        Note("(missing)", "The field is needed.", $"Add it, as {field.Shape.Noun}{Example(field.Shape)}.");
        StandIns.Add(path.ToString());
        path.Leave();
    }

    private void CopyMap(ref Utf8JsonReader input, MapShape shape)
    {
        output.WriteStartObject();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (input.Read() && input.TokenType == JsonTokenType.PropertyName)
        {
            string name = input.Text() ?? "";
            input.Read();
            path.Enter(name);
            if (seen.Add(name))
            {
                output.WritePropertyName(name);
                Copy(ref input, shape.Item);
            }
            else
            {
                Refuse(ref input, "The key is given twice.", "Keep one of the two.");
            }

            path.Leave();
        }

        output.WriteEndObject();
    }

    private void CopyList(ref Utf8JsonReader input, ListShape shape)
    {
        output.WriteStartArray();
        for (int index = 0; input.Read() && input.TokenType != JsonTokenType.EndArray; index++)
        {
            path.Enter(index);
            Copy(ref input, shape.Item);
            path.Leave();
        }

        output.WriteEndArray();
    }

    private void CopyText(ref Utf8JsonReader input, TextShape shape)
    {
        if (input.Text() is not { } text)
            StandIn(ref input, shape, "The text holds broken characters.", "Write it as UTF-8.");
        else if (shape.Form.Fits(text))
            output.WriteStringValue(text);
        else
        {
            StandIn(ref input, shape,
                $"This must be a {shape.Form.Name} that exists in the calendar.", $"Write it like {shape.Form.Example}.");
        }
    }

    private void CopyChoice(ref Utf8JsonReader input, ChoiceShape shape)
    {
        if (input.Text() is { } text && shape.Names.Contains(text))
            output.WriteStringValue(text);
        else
            StandIn(ref input, shape, "This is none of the known names.", $"Use one of {string.Join(", ", shape.Names)}.");
    }

    private void CopyNumber(ref Utf8JsonReader input, NumberShape shape)
    {
        if (input.TryGetInt64(out long number) && number >= shape.Min && number <= shape.Max)
            output.WriteNumberValue(number);
        else if (input.ValueSpan.IndexOfAny(".eE"u8) >= 0)
        {
            StandIn(ref input, shape,
                "This must be a whole number.", "Write it without a point or an exponent; money is in pence, time in minutes.");
        }
        else
            StandIn(ref input, shape, "The number is too large to hold.", $"Give a number from {shape.Min} to {shape.Max}.");
    }

    /// <summary>Notes a faulty value and writes a stand-in for it.</summary>
    private void StandIn(ref Utf8JsonReader input, Shape shape, string message, string remedy)
    {
        shape.WriteStandIn(output);
        StandIns.Add(path.ToString());
        Refuse(ref input, message, remedy);
    }

    private void Refuse(ref Utf8JsonReader input, string message, string remedy)
    {
        Note(input.Excerpt(), message, remedy);
        input.Skip();
    }

    private void Note(string value, string message, string remedy) => Errors.Add(new ProblemError(path.ToString(), value, message, remedy));

    private static string Names(ObjectShape shape) => string.Join(", ", shape.Fields.Select(field => field.Name));

    private static string Example(Shape shape) => shape switch
    {
        TextShape { Form.Example: { Length: > 0 } example } => $" like {example}",
        ChoiceShape choice => $": one of {string.Join(", ", choice.Names)}",
        _ => "",
    };
}
