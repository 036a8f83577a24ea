using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Rostering.Core.Data;

// NodaTime types are mapped by hand: the provider's own plug-in is not to be had.
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(instant => instant.ToDateTimeUtc(), time => Instant.FromDateTimeUtc(time));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

internal sealed class LocalDateTimeConverter() : ValueConverter<LocalDateTime, DateTime>(
    time => time.ToDateTimeUnspecified(), time => LocalDateTime.FromDateTime(time));

/// <summary>The members of enumerations are called in the database as in C#, but in snake case.</summary>
internal sealed class NameConverter<T>() : ValueConverter<T, string>(
    member => SnakeCase.Of(member.ToString()), name => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), true))
    where T : struct, Enum;
