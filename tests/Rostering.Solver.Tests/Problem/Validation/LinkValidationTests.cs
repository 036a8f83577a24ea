using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>Links, pins and the published rota.</summary>
[TestFixture]
internal sealed class LinkValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.links[0].second", "v9", "add the visit to $.visits",
            Link(0, link => link with { Second = new("v9") }));
        yield return Fault("$.links[0].second", "v1", "Name the other visit", Link(0, link => link with { Second = new("v1") }));
        yield return Fault("$.links[0].gapMinutesMin", "-1", "minutes", Link(0, link => link with { GapMinutesMin = -1 }));
        yield return Fault("$.links[0].gapMinutesMax", "10", "Swap the two", Link(0, link => link with { GapMinutesMax = 10 }));
        yield return Fault("$.links[1].gapMinutesMin", "5", "make the link a precedence",
            Link(1, link => link with { GapMinutesMin = 5 }));
        yield return Fault("$.links[2]", "v1 → v2 → twin → v1", "Remove one of the links",
            p => p with { Links = [.. p.Links.Take(1), Follows("v2", "twin"), Follows("twin", "v1")] });
        yield return Fault("$.links[2]", "v1 → v2 → twin", "Remove one of the links",
            p => p with { Links = p.Links.Add(Follows("v2", "twin")) });
        yield return Fault("$.pins[0].visit", "v9", "add the visit", Pin(0, pin => pin with { Visit = new("v9") }));
        yield return Fault("$.pins[0].worker", "zoe", "add the worker", Pin(0, pin => pin with { Worker = new("zoe") }));
        yield return Fault("$.pins[0].start", "2026-11-16T08:00", "widen the window",
            Pin(0, pin => pin with { Start = TestWeek.At("mon 08:00") }));
        yield return Fault("$.pins[2].start", "2026-11-16T07:00", "the same start", p => p with
        {
            Visits = p.Visits.SetItem(0, p.Visits[0] with { Workers = 2 }),
            Pins = p.Pins.Add(new Pin { Visit = new("v1"), Worker = new("bob"), Start = TestWeek.At("mon 07:00") }),
        });
        yield return Fault("$.pins[2]", "2 workers", "Remove a pin",
            p => p with { Pins = p.Pins.Add(new Pin { Visit = new("v1"), Worker = new("bob") }) });
        yield return Fault("$.published.visits[0].visit", "v9", "add the visit",
            Published(0, visit => visit with { Visit = new("v9") }));
        yield return Fault("$.published.visits[1]", "v1", "Keep it once",
            Published(1, visit => visit with { Visit = new("v1") }));
        yield return Fault("$.published.visits[0].workers[0]", "zoe", "add the worker",
            Published(0, visit => visit with { Workers = [new("zoe")] }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
