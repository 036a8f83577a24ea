using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Requests;

/// <summary>Identifies a request for support.</summary>
[JsonConverter(typeof(RequestIdConverter))]
public readonly record struct RequestId(string Value) { public override string ToString() => Value; }

/// <summary>Support asked for, week after week: who, how, where, when and what. It makes at most one visit a day.</summary>
public sealed record SupportRequest
{
    public required RequestId Id { get; init; }

    /// <summary>What the support is for, in a few words.</summary>
    public required string What { get; init; }
    public required VisitKind Kind { get; init; }

    /// <summary>Who is supported and from which fund, with each person's consent where they share.</summary>
    public required ImmutableArray<Share> Shares { get; init; }
    public required TeamId Team { get; init; }

    /// <summary>Where, unless a time says otherwise.</summary>
    public required PlaceId Place { get; init; }
    public required LocalDate From { get; init; }

    /// <summary>Last day; <c>null</c> where no end is agreed.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>When; a day of the week belongs to one of them at most.</summary>
    public required ImmutableArray<RequestTime> Times { get; init; }

    /// <summary>Workers needed at once.</summary>
    public int Workers { get; init; } = 1;
    public ImmutableArray<Competency> Competencies { get; init; } = [];
    public int GradeMin { get; init; } = 1;
    public bool SpecialHazard { get; init; }
    public bool BreakInside { get; init; }
    public required Need Need { get; init; }

    /// <summary>The outing that this support is part of; the visits of a day's outing belong together.</summary>
    public string? Outing { get; init; }

    /// <summary>Support of the same day that starts with this, or follows it.</summary>
    public ImmutableArray<RequestLink> Links { get; init; } = [];

    /// <summary>The time that a day of the week belongs to.</summary>
    public RequestTime? On(IsoDayOfWeek day) => Times.FirstOrDefault(time => time.Days.Contains(day));

    /// <summary>True while the request runs.</summary>
    public bool RunsOn(LocalDate date) => From <= date && (Until is not { } last || date <= last);
}

/// <summary>A time of day for some days of the week.</summary>
public sealed record RequestTime
{
    public required ImmutableArray<IsoDayOfWeek> Days { get; init; }
    public required LocalTime EarliestStart { get; init; }
    public required LocalTime LatestStart { get; init; }
    public LocalTime? WantedStart { get; init; }

    /// <summary>Minutes by the clock on the wall: a night on which the clocks go back is an hour longer.</summary>
    public required int Minutes { get; init; }

    /// <summary>Another place on these days, where there is one.</summary>
    public PlaceId? Place { get; init; }
}

/// <summary>Support of the same day that starts together with another, or follows it.</summary>
public sealed record RequestLink
{
    public required LinkKind Kind { get; init; }

    /// <summary>The other request, which comes second.</summary>
    public required RequestId Second { get; init; }
    public int GapMinutesMin { get; init; }
    public int? GapMinutesMax { get; init; }
}

internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
