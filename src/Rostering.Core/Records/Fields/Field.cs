using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records.Fields;

/// <summary>How a field is written by people. Minutes are written as hours and minutes, pence as pounds, thousandths as parts of a hundred.</summary>
public enum FieldForm
{
    Text, Number, Hours, Pounds, Percent, Flag, Date, Time, Moment, Choice, Choices, Words, Reference, References, Group, Rows,

    /// <summary>Yes or no, kept as 1 or 0 among other numbers.</summary>
    Switch,

    /// <summary>A time for each day of the week, Monday first.</summary>
    Times,
}

/// <summary>A field of a record, read off its type: the editor, the import and the export know records by nothing else.</summary>
public sealed record Field
{
    private static readonly ConcurrentDictionary<Type, Field> Known = new();

    private static readonly Dictionary<Type, RecordKind> References = new()
    {
        [typeof(PersonId)] = RecordKind.Person,
        [typeof(FundId)] = RecordKind.Fund,
        [typeof(CouncilId)] = RecordKind.Council,
        [typeof(TeamId)] = RecordKind.Team,
        [typeof(PlaceId)] = RecordKind.Place,
        [typeof(WorkerId)] = RecordKind.Worker,
        [typeof(RequestId)] = RecordKind.Request,
    };

    /// <summary>The name as in the record's JSON.</summary>
    public required string Name { get; init; }
    public required FieldForm Form { get; init; }
    public bool Required { get; init; }

    /// <summary>The names to choose from.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The kind of record that is referred to.</summary>
    public RecordKind? RefersTo { get; init; }

    /// <summary>The fields of a group, or of each row.</summary>
    public ImmutableArray<Field> Parts { get; init; } = [];

    /// <summary>The fields of a kind of record.</summary>
    public static Field Of(RecordKind kind) => Known.GetOrAdd(RecordContent.TypeOf(kind), type => Group("", type));

    public Field Part(string name) => Parts.First(part => part.Name == name);

    private static Field Group(string name, Type type) => new() { Name = name, Form = FieldForm.Group, Parts = PartsOf(type) };

    private static ImmutableArray<Field> PartsOf(Type type) => [.. type.GetProperties().Where(property => property.CanWrite).Select(Of)];

    private static Field Of(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        string name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        if (type == typeof(ImmutableDictionary<string, long>))
            return new Field { Name = name, Form = FieldForm.Group, Required = true, Parts = [.. WeightKeys.All.Select(Weight)] };
        bool isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        Field field = isList ? ListOf(name, type.GetGenericArguments()[0]) : One(name, type, property.DeclaringType!);
        return field with { Required = property.IsDefined(typeof(RequiredMemberAttribute)) || property.DeclaringType == typeof(LocalInterval) };
    }

    private static Field Weight(string key) => new() { Name = key, Form = FieldForm.Number, Required = true };

    private static Field One(string name, Type type, Type owner)
    {
        // The id of a record itself refers to nothing.
        if (References.TryGetValue(type, out RecordKind kind))
            return name == "id" ? new Field { Name = name, Form = FieldForm.Text } : new Field { Name = name, Form = FieldForm.Reference, RefersTo = kind };
        if (type.IsEnum)
            return new Field { Name = name, Form = FieldForm.Choice, Names = NamesOf(type) };
        FieldForm? form = type switch
        {
            _ when type == typeof(string) || type == typeof(Competency) || type == typeof(VisitId) => FieldForm.Text,
            _ when type == typeof(bool) => FieldForm.Flag,
            _ when type == typeof(LocalDate) => FieldForm.Date,
            _ when type == typeof(LocalTime) => FieldForm.Time,
            _ when type == typeof(LocalDateTime) => FieldForm.Moment,
            _ when type == typeof(int) || type == typeof(long) => NumberForm(name),
            _ => null,
        };
        if (form is null && type.Assembly != owner.Assembly && type.Assembly != typeof(Person).Assembly)
            throw new ArgumentException($"{owner.Name}.{name} is a {type.Name}, which people have no way to write; give it one.", nameof(type));
        return form is { } leaf ? new Field { Name = name, Form = leaf } : Group(name, type);
    }

    private static Field ListOf(string name, Type item)
    {
        if (References.TryGetValue(item, out RecordKind kind))
            return new Field { Name = name, Form = FieldForm.References, RefersTo = kind };
        if (item.IsEnum)
            return new Field { Name = name, Form = FieldForm.Choices, Names = NamesOf(item) };
        if (item == typeof(LocalTime))
            return new Field { Name = name, Form = FieldForm.Times, Names = NamesOf(typeof(IsoDayOfWeek)) };
        return item == typeof(string) || item == typeof(Competency)
            ? new Field { Name = name, Form = FieldForm.Words }
            : new Field { Name = name, Form = FieldForm.Rows, Parts = PartsOf(item) };
    }

    private static FieldForm NumberForm(string name) =>
        name.Contains("minutes", StringComparison.OrdinalIgnoreCase) ? FieldForm.Hours
        : name.Contains("pence", StringComparison.OrdinalIgnoreCase) ? FieldForm.Pounds
        : name.EndsWith("Permille", StringComparison.Ordinal) ? FieldForm.Percent
        : FieldForm.Number;

    private static ImmutableArray<string> NamesOf(Type type) =>
        [.. Enum.GetNames(type).Where(name => name != nameof(IsoDayOfWeek.None)).Select(JsonNamingPolicy.CamelCase.ConvertName)];
}
