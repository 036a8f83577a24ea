using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace Rostering.Solver.Json;

/// <summary>Reads the shape of a file off the record types, through the serializer's own view of them.</summary>
internal static class ShapeReflection
{
    public static Shape ShapeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            return new FlagShape();
        if (type == typeof(int))
            return new NumberShape(int.MinValue, int.MaxValue);
        if (type == typeof(long))
            return new NumberShape(long.MinValue, long.MaxValue);
        if (type.IsEnum)
            return new ChoiceShape(Names(type));
        var info = JsonSettings.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new ObjectShape(type, [.. info.Properties.Select(FieldOf)]),
            JsonTypeInfoKind.Enumerable => new ListShape(ShapeOf(info.ElementType!)),
            _ when info.Converter is SortedMapConverter => new MapShape(ShapeOf(typeof(long))),
            _ => new TextShape(TextForm.Of(type)),
        };
    }

    private static Field FieldOf(JsonPropertyInfo property, int index) => new(
        index,
        property.Name,
        ((MemberInfo)property.AttributeProvider!).Name,
        ShapeOf(property.PropertyType),
        property.IsRequired,
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsSetNullable));

    // No band belongs to "no day": NodaTime's zero value is not part of the format.
    private static string[] Names(Type type) =>
        [.. Enum.GetNames(type).Where(name => name != nameof(IsoDayOfWeek.None)).Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
