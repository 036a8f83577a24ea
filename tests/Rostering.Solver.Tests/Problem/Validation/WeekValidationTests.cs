using NodaTime;
using Rostering.Solver.Problem;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>The week, its lists of ids, its councils and funds.</summary>
[TestFixture]
internal sealed class WeekValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.format", "2", "Export the file again as format 1", p => p with { Format = 2 });
        yield return Fault("$.provider", " ", "Give the provider's name", p => p with { Provider = " " });
        yield return Fault("$.weekStart", "2026-11-18", "Use 2026-11-16",
            p => p with { WeekStart = new LocalDate(2026, 11, 18) });
        yield return Fault("$.zone", "Europe/Lundon", "such as Europe/London", p => p with { Zone = "Europe/Lundon" });
        yield return Fault("$.teams[1].id", "team", "its own id", p => p with { Teams = [p.Teams[0], .. p.Teams] });
        yield return Fault("$.places[2].id", "town", "its own id", p => p with { Places = p.Places.Add(p.Places[0]) });
        yield return Fault("$.places[1].eastingMetres", "9000000", "metres on the national grid",
            Place(1, place => place with { EastingMetres = 9_000_000 }));
        yield return Fault("$.councils[0].contingencyPermille", "1001", "thousandths of an award",
            p => p with { Councils = [p.Councils[0] with { ContingencyPermille = 1_001 }] });
        yield return Fault("$.councils[0].bankedMinutesMax", "-1", "minutes",
            p => p with { Councils = [p.Councils[0] with { BankedMinutesMax = -1 }] });
        yield return Fault("$.funds[0].person", "nobody", "add the person to $.people",
            Fund(0, fund => fund with { Person = new PersonId("nobody") }));
        yield return Fault("$.funds[0].council", "moon", "add the council to $.councils",
            Fund(0, fund => fund with { Council = new CouncilId("moon") }));
        yield return Fault("$.funds[0].approvedDeficitPence", "-5", "pence",
            Fund(0, fund => fund with { ApprovedDeficitPence = -5 }));
        yield return Fault("$.funds[1].availableMinutes", "-1", "minutes", Fund(1, fund => fund with { AvailableMinutes = -1 }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
