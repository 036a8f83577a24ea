using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>Travel, pay bands, parameters and weights.</summary>
[TestFixture]
internal sealed class TermValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.travel.firstBus", "6 times", "Give seven times",
            Travel(t => t with { FirstBus = t.FirstBus.RemoveAt(0) }));
        yield return Fault("$.travel.lastBus", "0 times", "Give seven times",
            Travel(t => t with { LastBus = [] }));
        yield return Fault("$.travel.detourPermille", "900", "thousandths of the straight distance",
            Travel(t => t with { DetourPermille = 900 }));
        yield return Fault("$.travel.modes[0].metresPerMinute", "0", "metres a minute",
            Travel(t => t with { Modes = t.Modes.SetItem(0, t.Modes[0] with { MetresPerMinute = 0 }) }));
        yield return Fault("$.travel.modes[4]", "Walk", "Keep it once",
            Travel(t => t with { Modes = t.Modes.Add(t.Modes[0]) }));
        yield return Fault("$.travel.measured[0].to", "nowhere", "add the place",
            Travel(t => t with { Measured = [t.Measured[0] with { To = new("nowhere") }] }));
        yield return Fault("$.travel.source", "\"\"", "or that they are assumed",
            Travel(t => t with { Source = "" }));
        yield return Fault("$.payBands[0].premiumPermille", "-1", "thousandths of basic pay",
            Band(band => band with { PremiumPermille = -1 }));
        yield return Fault("$.payBands[0].to", "07:00", "two bands",
            Band(band => band with { From = new(22, 0), To = new(7, 0) }));
        yield return Fault("$.parameters[0].key", "house.luck.count", "docs/file-formats.md",
            p => p with { Parameters = p.Parameters.Insert(0, TestTerms.Parameter("house.luck.count", 1)) });
        yield return Fault("$.parameters", ParameterKeys.DailyRestMinutes, "Add a value",
            p => p with { Parameters = [.. p.Parameters.Where(parameter => parameter.Key != ParameterKeys.DailyRestMinutes)] });
        yield return Fault("$.parameters", ParameterKeys.TeamsMax, "date the later one",
            p => p with { Parameters = p.Parameters.Add(TestTerms.Parameter(ParameterKeys.TeamsMax, 3)) });
        yield return Fault("$.parameters[0].validTo", "2019-01-01", "correct the year",
            Parameter(ParameterKeys.TeamsMax, parameter => parameter with { ValidTo = new(2019, 1, 1) }));
        yield return Fault("$.parameters[0].value", "1440", "minutes after midnight",
            Parameter(ParameterKeys.NightFromMinuteOfDay, parameter => parameter with { Value = 1_440 }));
        yield return Fault("$.parameters[0].value", "250", "thousandths",
            Parameter(ParameterKeys.OnCostPermille, parameter => parameter with { Value = 250 }));
        yield return Fault("$.parameters[0].value", "0", "minutes",
            Parameter(ParameterKeys.StartStepMinutes, parameter => parameter with { Value = 0 }));
        yield return Fault("$.parameters[0].value", "2", "1 for yes",
            Parameter(ParameterKeys.ChargeTravelToFund, parameter => parameter with { Value = 2 }));
        yield return Fault("$.parameters[0].source", "\"\"", "Name the regulation",
            Parameter(ParameterKeys.TeamsMax, parameter => parameter with { Source = "" }));
        yield return Fault("$.weights['cost.mile']", "(missing)", "0 switches the term off",
            p => p with { Weights = p.Weights.Remove("cost.mile") });
        yield return Fault("$.weights['cost.mile']", "-1", "points per unit",
            p => p with { Weights = p.Weights.SetItem("cost.mile", -1) });
        yield return Fault("$.weights['fame']", "1", "docs/file-formats.md",
            p => p with { Weights = p.Weights.SetItem("fame", 1) });
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
