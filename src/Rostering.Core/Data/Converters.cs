using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Rostering.Core.Records;
using Rostering.Core.Rotas;

namespace Rostering.Core.Data;

// NodaTime types are mapped by hand: the provider's own plug-in is not to be had.
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(instant => instant.ToDateTimeUtc(), time => Instant.FromDateTimeUtc(time));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

internal sealed class SolveStateConverter() : ValueConverter<SolveState, string>(
    state => state.ToString().ToLowerInvariant(), text => Enum.Parse<SolveState>(text, true));

internal sealed class RecordKindConverter() : ValueConverter<RecordKind, string>(
    kind => SnakeCase.Of(kind.ToString()), text => Enum.Parse<RecordKind>(text.Replace("_", ""), true));
