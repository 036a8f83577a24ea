using System.Collections.Immutable;
using System.Text.Json;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>The JSON formats of Ceschia, Di Gaspero, Rosati and Schaerf (2024): instances and solutions.</summary>
public static class HhcrspJson
{
    public static HhcrspInstance ReadInstance(string name, Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement root = document.RootElement;
        return new HhcrspInstance(
            name,
            [.. root.GetProperty("patients").EnumerateArray().Select(Visit)],
            [.. root.GetProperty("caregivers").EnumerateArray().Select(Worker)],
            [.. root.GetProperty("distances").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToImmutableArray())]);
    }

    /// <summary>Reads a published solution of an instance.</summary>
    public static HhcrspSolution ReadSolution(HhcrspInstance instance, Stream json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        Dictionary<string, JsonElement> routes = document.RootElement.GetProperty("routes").EnumerateArray().ToDictionary(route => Text(route, "caregiver_id"), StringComparer.Ordinal);
        return new HhcrspSolution(
        [
            .. instance.Workers.Select(worker => routes.TryGetValue(worker.Id, out JsonElement route) && route.TryGetProperty("locations", out JsonElement stops)
                ? [.. stops.EnumerateArray().Select(stop => Stop(instance, stop))]
                : ImmutableArray<HhcrspStop>.Empty),
        ]);
    }

    private static HhcrspVisit Visit(JsonElement patient)
    {
        JsonElement window = patient.GetProperty("time_window");
        (double min, double max) = Gap(patient);
        return new HhcrspVisit(
            Text(patient, "id"), window[0].GetDouble(), window[1].GetDouble(),
            [.. patient.GetProperty("required_caregivers").EnumerateArray().Select(needed => new HhcrspService(Text(needed, "service"), needed.GetProperty("duration").GetDouble()))],
            min, max);
    }

    private static (double Min, double Max) Gap(JsonElement patient) =>
        patient.TryGetProperty("synchronization", out JsonElement tie) && Text(tie, "type") == "sequential" && tie.GetProperty("distance") is var gap
            ? (gap[0].GetDouble(), gap[1].GetDouble())
            : (0, 0);

    private static HhcrspWorker Worker(JsonElement caregiver) =>
        new(Text(caregiver, "id"), [.. caregiver.GetProperty("abilities").EnumerateArray().Select(ability => ability.GetString()!)]);

    private static HhcrspStop Stop(HhcrspInstance instance, JsonElement stop)
    {
        string patient = Text(stop, "patient");
        string service = Text(stop, "service");
        int visit = Enumerable.Range(0, instance.Visits.Length).First(v => instance.Visits[v].Id == patient);
        int index = Enumerable.Range(0, instance.Visits[visit].Services.Length).First(s => instance.Visits[visit].Services[s].Skill == service);
        return new HhcrspStop(visit, index, stop.GetProperty("arrival_time").GetDouble());
    }

    private static string Text(JsonElement element, string property) =>
        element.GetProperty(property).GetString() ?? throw new FormatException($"'{property}' is empty; it needs a text.");
}
