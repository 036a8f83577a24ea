using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>Visits and their shares.</summary>
[TestFixture]
internal sealed class VisitValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.visits[6].id", "v1", "its own id", p => p with { Visits = p.Visits.Add(p.Visits[0]) });
        yield return Fault("$.visits[0].team", "south", "add the team", Visit(0, visit => visit with { Team = new("south") }));
        yield return Fault("$.visits[0].place", "nowhere", "add the place",
            Visit(0, visit => visit with { Place = new("nowhere") }));
        yield return Fault("$.visits[0].minutes", "0", "Give it in minutes", Visit(0, visit => visit with { Minutes = 0 }));
        yield return Fault("$.visits[1].workers", "0", "workers needed at once", Visit(1, visit => visit with { Workers = 0 }));
        yield return Fault("$.visits[0].gradeMin", "0", "1 for a support worker", Visit(0, visit => visit with { GradeMin = 0 }));
        yield return Fault("$.visits[1].competencies[0]", "\"\"", "such as medication",
            Visit(1, visit => visit with { Competencies = [new("")] }));
        yield return Fault("$.visits[0].outing", "\"\"", "leave the field out", Visit(0, visit => visit with { Outing = "" }));
        yield return Fault("$.visits[1].earliestStart", "2026-11-15T09:00", "leave it to the week it belongs to",
            Visit(1, visit => visit with { EarliestStart = TestWeek.At("last sun 09:00") }));
        yield return Fault("$.visits[1].latestStart", "2026-11-23T09:00", "leave it to the week it belongs to",
            Visit(1, visit => visit with { LatestStart = TestWeek.At("next mon 09:00") }));
        yield return Fault("$.visits[1].latestStart", "2026-11-16T08:00", "Swap the two starts",
            Visit(1, visit => visit with { LatestStart = TestWeek.At("mon 08:00") }));
        yield return Fault("$.visits[0].wantedStart", "2026-11-16T08:00", "Widen the window",
            Visit(0, visit => visit with { WantedStart = TestWeek.At("mon 08:00") }));
        yield return Fault("$.visits[3].latestStart", "2026-11-22T22:30", "Set it to the earliest start, 2026-11-22T22:00",
            Visit(3, visit => visit with { LatestStart = TestWeek.At("sun 22:30") }));
        yield return Fault("$.visits[0].shares", "[]", "Add a share", Visit(0, visit => visit with { Shares = [] }));
        yield return Fault("$.visits[4].shares", "1 shares", "Empty the list",
            Visit(4, visit => visit with { Shares = [ProblemBuilder.Share("pat", 1_000)] }));
        yield return Fault("$.visits[2].shares", "900 in all", "pay the whole visit",
            Visit(2, visit => visit with { Shares = [visit.Shares[0], visit.Shares[1] with { Permille = 400 }] }));
        yield return Fault("$.visits[0].shares[0].person", "nobody", "add the person",
            Visit(0, visit => visit with { Shares = [visit.Shares[0] with { Person = new("nobody") }] }));
        yield return Fault("$.visits[0].shares[0].fund", "purse", "add the fund",
            Visit(0, visit => visit with { Shares = [visit.Shares[0] with { Fund = new("purse") }] }));
        yield return Fault("$.visits[0].shares[0].fund", "sam-fund", "no fund pays for another person",
            Visit(0, visit => visit with { Shares = [visit.Shares[0] with { Fund = new("sam-fund") }] }));
        yield return Fault("$.visits[2].kind", "Support", "Make it a groupSession",
            Visit(2, visit => visit with
            {
                Kind = VisitKind.Support,
                Shares = [visit.Shares[0], visit.Shares[1] with { Consented = false }],
            }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
