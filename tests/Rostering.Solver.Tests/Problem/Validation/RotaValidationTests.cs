using NodaTime;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Problem.Validation;

[TestFixture]
internal sealed class RotaValidationTests
{
    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("$.format", "3", "format 1", rota => rota with { Format = 3 });
        yield return Fault("$.assignments[0].visit", "v9", "the problem it was made for", First(a => a with { Visit = new("v9") }));
        yield return Fault("$.assignments[1].visit", "v1", "List a visit once",
            rota => rota with { Assignments = [rota.Assignments[0], rota.Assignments[0]] });
        yield return Fault("$.assignments[0].workers[0]", "zoe", "Correct the id", First(a => a with { Workers = [new("zoe")] }));
        yield return Fault("$.assignments[0].workers[1]", "ann", "Keep it once", First(a => a with { Workers = [new("ann"), new("ann")] }));
        yield return Fault("$.assignments[0].workers", "[]", "Leave the visit out", First(a => a with { Workers = [] }));
        yield return Fault("$.assignments[0].start", "2026-03-29T01:30", "after the missing hour",
            First(a => a with { Start = new LocalDateTime(2026, 3, 29, 1, 30) }));
    }

    [TestCaseSource(nameof(Faults))]
    public void Check_OneFault_IsNamedAlone(Func<WeeklyRota, WeeklyRota> breakIt, string path, string value, string remedy)
    {
        var problem = Problems.Small();
        var sound = Rotas.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "bob"));

        var errors = RotaValidation.Check(problem, breakIt(sound));

        Assert.That(RotaValidation.Check(problem, sound), Is.Empty);
        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors));
        Assert.That(errors[0].Path, Is.EqualTo(path));
        Assert.That(errors[0].Value, Is.EqualTo(value));
        Assert.That(errors[0].Remedy, Does.Contain(remedy));
    }

    private static TestCaseData Fault(string path, string value, string remedy, Func<WeeklyRota, WeeklyRota> breakIt) =>
        new TestCaseData(breakIt, path, value, remedy).SetArgDisplayNames(path, value);

    private static Func<WeeklyRota, WeeklyRota> First(Func<Assignment, Assignment> change) =>
        rota => rota with { Assignments = rota.Assignments.SetItem(0, change(rota.Assignments[0])) };
}
