using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using NodaTime;

namespace Rostering.Solver.Tests.Json;

/// <summary>Fills any record of the files with random values of its types, sense or none; what may be left out often is.</summary>
internal sealed class AnyRecord(Random random)
{
    private const string Letters = "ab z\"\\/é→😀\u0001'<";
    private static readonly LocalDate FirstDay = new(1, 1, 1);
    private static readonly NullabilityInfoContext Nullability = new();

    public T Of<T>() => (T)Of(typeof(T));

    private object Of(Type type)
    {
        if (type == typeof(string))
            return string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Letters.EnumerateRunes().ElementAt(random.Next(10))));
        if (type == typeof(int))
            return random.Next(int.MinValue, int.MaxValue);
        if (type == typeof(long))
            return random.NextInt64(long.MinValue, long.MaxValue);
        if (type == typeof(bool))
            return random.Next(2) == 1;
        if (type.IsEnum)
            return Choose(Enum.GetValues(type).Cast<object>().Where(value => value is not IsoDayOfWeek.None));
        if (type == typeof(LocalDate))
            return FirstDay.PlusDays(random.Next(Period.DaysBetween(FirstDay, LocalDate.MaxIsoValue) + 1));
        if (type == typeof(LocalTime))
            return LocalTime.FromMinutesSinceMidnight(random.Next(1440));
        if (type == typeof(LocalDateTime))
            return Of<LocalDate>() + Of<LocalTime>();
        if (type == typeof(ImmutableDictionary<string, long>))
            return Enumerable.Range(0, random.Next(4)).ToImmutableDictionary(i => $"{i}{Of<string>()}", _ => Of<long>());
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? ListOf(type) : RecordOf(type);
    }

    private object ListOf(Type type)
    {
        var item = type.GenericTypeArguments[0];
        var items = Array.CreateInstance(item, random.Next(3));
        for (int i = 0; i < items.Length; i++)
            items.SetValue(Of(item), i);
        return typeof(ImmutableArray).GetMethods()
            .Where(method => method.Name == nameof(ImmutableArray.ToImmutableArray))
            .Single(method => method.GetParameters()[0].ParameterType.Name == typeof(IEnumerable<>).Name)
            .MakeGenericMethod(item)
            .Invoke(null, [items])!;
    }

    private object RecordOf(Type type)
    {
        object record = type.GetConstructor([typeof(string)])?.Invoke([Of<string>()]) ?? Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && type.GetConstructor([typeof(string)]) is null))
        {
            bool nullable = Nullability.Create(property).WriteState == NullabilityState.Nullable;
            var propertyType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(record, nullable && random.Next(3) == 0 ? null : Of(propertyType));
        }

        return record;
    }

    private object Choose(IEnumerable values)
    {
        object[] all = [.. values.Cast<object>()];
        return all[random.Next(all.Length)];
    }
}
