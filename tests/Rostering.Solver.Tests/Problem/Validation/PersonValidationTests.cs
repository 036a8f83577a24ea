using Rostering.Solver.Problem;
using static Rostering.Solver.Tests.Problem.Validation.Breaking;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>People supported.</summary>
[TestFixture]
internal sealed class PersonValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.people[3].id", "pat", "its own id", p => p with { People = p.People.Add(p.People[0]) });
        yield return Fault("$.people[0].home", "nowhere", "add the place to $.places",
            Person(0, person => person with { Home = new PlaceId("nowhere") }));
        yield return Fault("$.people[0].team", "south", "add the team to $.teams",
            Person(0, person => person with { Team = new TeamId("south") }));
        yield return Fault("$.people[0].keyWorker", "zoe", "add the worker to $.workers",
            Person(0, person => person with { KeyWorker = new WorkerId("zoe") }));
        yield return Fault("$.people[0].chosen[1]", "zoe", "add the worker",
            Person(0, person => person with { Chosen = [new("ann"), new("zoe")] }));
        yield return Fault("$.people[0].chosen[1]", "ann", "Keep it once",
            Person(0, person => person with { Chosen = [new("ann"), new("ann")] }));
        yield return Fault("$.people[0].accepted[0]", "zoe", "add the worker",
            Person(0, person => person with { Accepted = [new("zoe")] }));
        yield return Fault("$.people[2].excluded[0].worker", "zoe", "add the worker",
            Person(2, person => person with { Excluded = [person.Excluded[0] with { Worker = new("zoe") }] }));
        yield return Fault("$.people[2].requirements[0].reason", "\"\"", "without a reason it is not lawful",
            Requirement(requirement => requirement with { Reason = "" }));
        yield return Fault("$.people[2].requirements[0].value", "\"\"", "which gender or which language",
            Requirement(requirement => requirement with { Value = "" }));
        yield return Fault("$.people[0].facesWanted", "0", "different workers a week",
            Person(0, person => person with { FacesWanted = 0 }));
        yield return Fault("$.people[2].history[0].visits", "-1", "visits so far",
            Person(2, person => person with { History = [person.History[0] with { Visits = -1 }] }));
        yield return Fault("$.people[2].history[1]", "ann", "Keep it once",
            Person(2, person => person with { History = [person.History[0], person.History[0]] }));
        yield return Fault("$.people[0].incompatibleWith[0]", "pat", "Remove the id",
            Person(0, person => person with { IncompatibleWith = [person.Id] }));
        yield return Fault("$.people[0].incompatibleWith[0]", "nobody", "add the person",
            Person(0, person => person with { IncompatibleWith = [new("nobody")] }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy) =>
        AssertNamedAlone(breakIt, path, value, remedy);
}
