using System.Collections.Immutable;
using System.Text.Json;

namespace Rostering.SolverBenchmarks.Sets.Uhhc;

/// <summary>The JSON formats of UHHC: instances and solutions.</summary>
public static class UhhcJson
{
    private static readonly string[] KnownTerms =
    [
        "travel_time", "total_tardiness", "highest_tardiness", "total_waiting_time", "total_extra_time", "max_idle_time", "caregiver_preferences", "optional_patients", "missed_lunch_break",
        "workload_balance", "incompabilities", "qualification", "working_time",
    ];

    public static UhhcInstance ReadInstance(string name, Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        JsonElement metadata = root.GetProperty("metadata");
        Dictionary<string, int> depots = root.GetProperty("terminal_points").EnumerateArray().ToDictionary(point => Text(point, "id"), point => point.GetProperty("distance_matrix_index").GetInt32(), StringComparer.Ordinal);
        return new UhhcInstance(
            name,
            [.. root.GetProperty("patients").EnumerateArray().Select(Visit)],
            [.. root.GetProperty("caregivers").EnumerateArray().Select(caregiver => Worker(caregiver, depots))],
            [.. root.GetProperty("distances").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToImmutableArray())],
            Known(root, "lunch_breaks") is { } lunch ? new UhhcLunch(Number(lunch, "start"), Number(lunch, "end"), Number(lunch, "min_duration")) : null,
            Weights(metadata.GetProperty("cost_components")),
            Text(metadata, "time_window_met") == "at_service_end",
            !Text(metadata, "origin").StartsWith("bazirha", StringComparison.Ordinal));
    }

    /// <summary>Reads a published solution. Its stops are put in order of time, since lunches are written last.</summary>
    public static UhhcSolution ReadSolution(UhhcInstance instance, Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Dictionary<string, JsonElement> routes = document.RootElement.GetProperty("routes").EnumerateArray().ToDictionary(route => Text(route, "caregiver_id"), StringComparer.Ordinal);
        return new UhhcSolution(
        [
            .. instance.Workers.Select(worker => routes.TryGetValue(worker.Id, out JsonElement route) && Known(route, "locations") is { } stops
                ? stops.EnumerateArray().Where(stop => stop.TryGetProperty("patient", out _)).Select(stop => Stop(instance, stop)).OrderBy(stop => stop.Start).ToImmutableArray()
                : []),
        ]);
    }

    private static UhhcVisit Visit(JsonElement patient)
    {
        (double min, double max) = Gap(patient);
        return new UhhcVisit(
            Text(patient, "id"),
            patient.GetProperty("distance_matrix_index").GetInt32(),
            [.. patient.GetProperty("required_services").EnumerateArray().Select(service => new UhhcService(Text(service, "service"), Number(service, "duration")))],
            [.. patient.GetProperty("time_windows").EnumerateArray().Select(window => new UhhcWindow(Number(window, "start"), Number(window, "end"))).OrderBy(window => window.Start)],
            min, max,
            Known(patient, "preferred_caregivers") is { } preferred ? Texts(preferred) : null,
            Known(patient, "incompatible_caregivers") is { } incompatible ? Texts(incompatible) : [],
            Known(patient, "optional") is { ValueKind: JsonValueKind.True });
    }

    private static (double Min, double Max) Gap(JsonElement patient) => Known(patient, "synchronization") is not { } tie
        ? (0, 0)
        : Text(tie, "type") switch
        {
            "independent" => (double.NegativeInfinity, double.PositiveInfinity),
            "sequential" => (Number(tie.GetProperty("distance"), "min"), Number(tie.GetProperty("distance"), "max")),
            _ => (0, 0),
        };

    private static UhhcWorker Worker(JsonElement caregiver, Dictionary<string, int> depots) => new(
        Text(caregiver, "id"),
        Texts(caregiver.GetProperty("abilities")),
        depots[Text(caregiver, "departing_point")],
        depots[Text(caregiver, "arrival_point")],
        Known(caregiver, "working_shift") is { } shift ? new UhhcWindow(Number(shift, "start"), Number(shift, "end")) : null,
        Known(caregiver, "lunch_break") is { ValueKind: JsonValueKind.True });

    private static UhhcWeights Weights(JsonElement terms)
    {
        string? unknown = terms.EnumerateObject().Where(term => term.Value.ValueKind != JsonValueKind.Null).Select(term => term.Name).Except(KnownTerms, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new FormatException($"Cost component '{unknown}' is not known. Those known are {string.Join(", ", KnownTerms)}.");
        }

        double? Weight(string name) => Known(terms, name) is not { } weight ? null : weight.ValueKind == JsonValueKind.String ? UhhcWeights.Hard : weight.GetDouble();
        return new UhhcWeights(
            Weight(KnownTerms[0]), Weight(KnownTerms[1]), Weight(KnownTerms[2]), Weight(KnownTerms[3]), Weight(KnownTerms[4]), Weight(KnownTerms[5]), Weight(KnownTerms[6]), Weight(KnownTerms[7]),
            Weight(KnownTerms[8]), Weight(KnownTerms[9]), Weight(KnownTerms[10]), Weight(KnownTerms[11]), Weight(KnownTerms[12]));
    }

    private static UhhcStop Stop(UhhcInstance instance, JsonElement stop)
    {
        string patient = Text(stop, "patient");
        string service = Text(stop, "service");
        int visit = Enumerable.Range(0, instance.Visits.Length).First(v => instance.Visits[v].Id == patient);
        int index = service == "lunch_break" ? UhhcStop.Lunch : instance.Visits[visit].Services.Select(needed => needed.Skill).ToList().IndexOf(service);
        return new UhhcStop(visit, index, (Known(stop, "arrival_time") ?? stop.GetProperty("start_time")).GetDouble());
    }

    private static JsonElement? Known(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static double Number(JsonElement element, string property) => element.GetProperty(property).GetDouble();

    private static ImmutableHashSet<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString() ?? throw new FormatException($"'{property}' is empty; it needs a text.");
}
