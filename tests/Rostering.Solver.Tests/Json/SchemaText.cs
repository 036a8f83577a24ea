using System.Text.Json;
using System.Text.Json.Nodes;
using Rostering.Solver.Json;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Tests.Json;

/// <summary>Writes the JSON Schema (draft 2020-12) of a file from the shape that its reader goes by and the records' comments.</summary>
internal sealed class SchemaText
{
    private readonly XmlComments comments;
    private readonly SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);

    private SchemaText(XmlComments comments) => this.comments = comments;

    public static string Of(Type root, string name)
    {
        var text = new SchemaText(new XmlComments(root));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:rostering:{name}:{FormatVersion.Known}",
        };
        text.AddObject(schema, (ObjectShape)ShapeReflection.ShapeOf(root));
        schema["properties"]!["format"]!["const"] = FormatVersion.Known;
        schema["$defs"] = new JsonObject(text.definitions);
        return schema.ToJsonString(JsonSettings.Options) + "\n";
    }

    private void AddObject(JsonObject schema, ObjectShape shape)
    {
        if (comments.Of(shape.Type) is { } summary)
            schema["description"] = summary;
        schema["type"] = "object";
        object blank = Activator.CreateInstance(shape.Type)!;
        schema["properties"] = new JsonObject(
            shape.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)FieldOf(shape.Type, field, blank))));
        schema["required"] = new JsonArray([.. shape.Fields.Where(field => field.Required).Select(field => (JsonNode?)field.Name)]);
        schema["additionalProperties"] = false;
    }

    private JsonObject FieldOf(Type owner, Field field, object blank)
    {
        var property = owner.GetProperty(field.PropertyName)!;
        var schema = new JsonObject();
        if ((comments.Of(owner, field.PropertyName) ?? comments.Of(property.PropertyType)) is { } summary)
            schema["description"] = summary;
        AddShape(schema, field.Shape, field.Nullable);
        if (!field.Required && property.GetValue(blank) is { } value)
            schema["default"] = JsonSerializer.SerializeToNode(value, property.PropertyType, JsonSettings.Options);
        return schema;
    }

    private void AddShape(JsonObject schema, Shape shape, bool nullable)
    {
        switch (shape)
        {
            case ObjectShape form when nullable:
                schema["anyOf"] = new JsonArray(Reference(form), new JsonObject { ["type"] = "null" });
                break;
            case ObjectShape form:
                schema["$ref"] = Reference(form)["$ref"]!.DeepClone();
                break;
            case ListShape list:
                schema["type"] = "array";
                schema["items"] = Nested(list.Item);
                break;
            case MapShape map:
                schema["type"] = "object";
                schema["additionalProperties"] = Nested(map.Item);
                break;
            default:
                AddScalar(schema, shape, nullable);
                break;
        }
    }

    private JsonObject Nested(Shape shape)
    {
        var schema = new JsonObject();
        AddShape(schema, shape, nullable: false);
        return schema;
    }

    private JsonObject Reference(ObjectShape shape)
    {
        string name = JsonNamingPolicy.CamelCase.ConvertName(shape.Type.Name);
        if (definitions.TryAdd(name, null))
        {
            var definition = new JsonObject();
            AddObject(definition, shape);
            definitions[name] = definition;
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static void AddScalar(JsonObject schema, Shape shape, bool nullable)
    {
        string type = shape switch { NumberShape => "integer", FlagShape => "boolean", _ => "string" };
        schema["type"] = nullable ? new JsonArray(type, "null") : type;
        switch (shape)
        {
            case ChoiceShape choice:
                schema["enum"] = new JsonArray([.. choice.Names, .. nullable ? [null] : Array.Empty<JsonNode?>()]);
                break;
            case NumberShape number:
                schema["minimum"] = number.Min;
                schema["maximum"] = number.Max;
                break;
            case TextShape { Form.Pattern: { } pattern } text:
                schema["format"] = text.Form.Name;
                schema["pattern"] = pattern;
                break;
        }
    }
}
