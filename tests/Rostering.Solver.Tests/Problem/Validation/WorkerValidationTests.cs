using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>Workers.</summary>
[TestFixture]
internal sealed class WorkerValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.workers[0].id", "\"\"", "Give a short text", Worker(0, worker => worker with { Id = new("") }));
        yield return Fault("$.workers[0].home", "nowhere", "add the place",
            Worker(0, worker => worker with { Home = new("nowhere") }));
        yield return Fault("$.workers[0].grade", "0", "1 for a support worker", Worker(0, worker => worker with { Grade = 0 }));
        yield return Fault("$.workers[0].birthDate", "2010-11-17", "start at 16",
            Worker(0, worker => worker with { BirthDate = new(2010, 11, 17) }));
        yield return Fault("$.workers[0].contract.minutesMax", "600", "Raise the most",
            Worker(0, worker => worker with { Contract = worker.Contract with { ContractedMinutes = 1_200, MinutesMax = 600 } }));
        yield return Fault("$.workers[0].contract.contractedMinutes", "-1", "minutes a week",
            Worker(0, worker => worker with { Contract = worker.Contract with { ContractedMinutes = -1 } }));
        yield return Fault("$.workers[0].teams", "[]", "Add a team", Worker(0, worker => worker with { Teams = [] }));
        yield return Fault("$.workers[0].teams[1]", "team", "Keep it once",
            Worker(0, worker => worker with { Teams = [worker.Teams[0], worker.Teams[0]] }));
        yield return Fault("$.workers[0].teams[0].team", "south", "add the team",
            Worker(0, worker => worker with { Teams = [worker.Teams[0] with { Team = new("south") }] }));
        yield return Fault("$.workers[0].teams[0].pencePerHour", "0", "pence an hour",
            Worker(0, worker => worker with { Teams = [worker.Teams[0] with { PencePerHour = 0 }] }));
        yield return Fault("$.workers[1].capWaiver.approvedBy", "\"\"", "Name who approved it",
            Worker(1, worker => worker with { CapWaiver = worker.CapWaiver! with { ApprovedBy = "" } }));
        yield return Fault("$.workers[0].modes", "[]", "such as walk", Worker(0, worker => worker with { Modes = [] }));
        yield return Fault("$.workers[0].modes[0]", "Car", "Add the mode to $.travel.modes",
            p => p with { Travel = p.Travel with { Modes = p.Travel.Modes.RemoveAt(3) } });
        yield return Fault("$.workers[0].available[0].end", "2026-11-16T06:00", "Swap the two",
            Worker(0, worker => worker with { Available = [TestWeek.Span("mon 07:00", "mon 06:00")] }));
        yield return Fault("$.workers[0].available[0].end", "2062-11-16T07:00", "Correct the year",
            Worker(0, worker => worker with { Available = [new(TestWeek.At("mon 07:00"), new(2062, 11, 16, 7, 0))] }));
        yield return Fault("$.workers[1].absences[0].time.end", "2026-11-16T07:00", "Swap the two",
            Worker(1, worker => worker with { Absences = [worker.Absences[0] with { Time = TestWeek.Span("mon 07:00", "mon 07:00") }] }));
        yield return Fault("$.workers[1].wishes[0].time.end", "2026-11-16T06:00", "Swap the two",
            Worker(1, worker => worker with { Wishes = [worker.Wishes[0] with { Time = TestWeek.Span("mon 07:00", "mon 06:00") }] }));
        yield return Fault("$.workers[1].outsideWork[0].end", "2026-11-16T06:00", "Swap the two",
            Worker(1, worker => worker with { OutsideWork = [TestWeek.Span("mon 07:00", "mon 06:00")] }));
        yield return Fault("$.workers[1].certificates[0].validTo", "2025-12-31", "correct the year",
            Worker(1, worker => worker with { Certificates = [worker.Certificates[0] with { ValidTo = new(2025, 12, 31) }] }));
        yield return Fault("$.workers[1].certificates[0].competency", "\"\"", "such as medication",
            Worker(1, worker => worker with { Certificates = [worker.Certificates[0] with { Competency = new("") }] }));
        yield return Fault("$.workers[0].history.restDaysLastWeek", "8", "days",
            Worker(0, worker => worker with { History = worker.History with { RestDaysLastWeek = 8 } }));
        yield return Fault("$.workers[0].history.workedMinutes", "-1", "minutes over those weeks",
            Worker(0, worker => worker with { History = worker.History with { WorkedMinutes = -1 } }));
        yield return Fault("$.workers[1].history.lastDuty.start", "2026-11-16T00:00", "pin the visits",
            Worker(1, worker => worker with { History = worker.History with { LastDuty = TestWeek.Span("mon 00:00", "mon 06:00") } }));
        yield return Fault("$.workers[0].optedOutOf[0]", "nobody", "add the person",
            Worker(0, worker => worker with { OptedOutOf = [new("nobody")] }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
