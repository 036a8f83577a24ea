namespace Rostering.Solver.Problem.Validation;

/// <summary>Assignments fixed by hand.</summary>
internal static class PinChecks
{
    public static void Check(ValidationContext context)
    {
        var pins = context.Problem.Pins;
        context.Findings.Distinct("$.pins", pins.Select(pin => (pin.Visit, pin.Worker)));
        var visits = context.Problem.Visits.Index().DistinctBy(entry => entry.Item.Id).ToDictionary(entry => entry.Item.Id);
        foreach (var (index, pin) in pins.Index())
        {
            string path = $"$.pins[{index}]";
            context.Visits.Require($"{path}.visit", pin.Visit);
            context.Workers.Require($"{path}.worker", pin.Worker);
            if (pin.Start is { } start)
                context.Times.Check($"{path}.start", start);
        }

        foreach (var pinned in pins.Index().GroupBy(entry => entry.Item.Visit))
        {
            if (visits.TryGetValue(pinned.Key, out var visit))
                CheckTogether(context.Findings, visit.Item, $"$.visits[{visit.Index}]", [.. pinned]);
        }
    }

    /// <summary>The pins of one visit: one start, within its window, and no more workers than it needs.</summary>
    private static void CheckTogether(Findings findings, Visit visit, string visitPath, List<(int Index, Pin Pin)> pins)
    {
        var first = pins.Select(entry => entry.Pin.Start).FirstOrDefault(start => start is not null);
        foreach (var (index, pin) in pins)
        {
            string path = $"$.pins[{index}]";
            if (pin.Start is not { } start)
                continue;
            if (start != first)
            {
                findings.Add($"{path}.start", LocalTimes.Text(start),
                    $"Another pin gives {visit.Id} a different start.", "Give every pin of the visit the same start.", $"{path}.visit");
            }
            else if (start < visit.EarliestStart || start > visit.LatestStart)
            {
                findings.Add($"{path}.start", LocalTimes.Text(start),
                    $"The start lies outside the window of {visit.Id}.",
                    "Move the pin into the window, or widen the window.",
                    $"{path}.visit", $"{path}.start", $"{visitPath}.earliestStart", $"{visitPath}.latestStart");
            }
        }

        if (pins.DistinctBy(entry => entry.Pin.Worker).Count() is var count && count > visit.Workers)
        {
            findings.Add($"$.pins[{pins[^1].Index}]", $"{count} workers",
                $"More workers are pinned to {visit.Id} than the {visit.Workers} it needs.",
                "Remove a pin, or raise the visit's workers.", $"{visitPath}.workers");
        }
    }
}
