using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Rostering.Solver.Json;

/// <summary>The shape a JSON value must have. Read off the records once; drives the reader and the published JSON Schema alike.</summary>
internal abstract record Shape(string Noun)
{
    /// <summary>Writes a value of this shape to stand in for a faulty one.</summary>
    public abstract void WriteStandIn(Utf8JsonWriter output);
}

/// <summary>An object with named fields and no others.</summary>
internal sealed record ObjectShape(Type Type, ImmutableArray<Field> Fields) : Shape("an object")
{
    private readonly FrozenDictionary<string, Field> byName = Fields.ToFrozenDictionary(field => field.Name);

    public Field? Find(string name) => byName.GetValueOrDefault(name);

    public override void WriteStandIn(Utf8JsonWriter output)
    {
        output.WriteStartObject();
        foreach (var field in Fields.Where(field => field.Required))
        {
            output.WritePropertyName(field.Name);
            field.Shape.WriteStandIn(output);
        }

        output.WriteEndObject();
    }
}

/// <summary>A field of an object, in the order of the record.</summary>
internal sealed record Field(int Index, string Name, string PropertyName, Shape Shape, bool Required, bool Nullable);

internal sealed record ListShape(Shape Item) : Shape("a list")
{
    public override void WriteStandIn(Utf8JsonWriter output)
    {
        output.WriteStartArray();
        output.WriteEndArray();
    }
}

/// <summary>An object whose field names are free.</summary>
internal sealed record MapShape(Shape Item) : Shape("an object")
{
    public override void WriteStandIn(Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteEndObject();
    }
}

internal sealed record TextShape(TextForm Form) : Shape("a text")
{
    public override void WriteStandIn(Utf8JsonWriter output) => output.WriteStringValue(Form.Example);
}

/// <summary>One of a few names.</summary>
internal sealed record ChoiceShape(IReadOnlyList<string> Names) : Shape("a text")
{
    public override void WriteStandIn(Utf8JsonWriter output) => output.WriteStringValue(Names[0]);
}

/// <summary>A whole number between two bounds, both included.</summary>
internal sealed record NumberShape(long Min, long Max) : Shape("a whole number")
{
    public override void WriteStandIn(Utf8JsonWriter output) => output.WriteNumberValue(0);
}

internal sealed record FlagShape() : Shape("true or false")
{
    public override void WriteStandIn(Utf8JsonWriter output) => output.WriteBooleanValue(false);
}
