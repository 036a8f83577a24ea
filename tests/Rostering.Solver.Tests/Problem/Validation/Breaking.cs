using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Problem.Validation;

/// <summary>Breaks one thing in a sound and rich week, and holds that this thing is named and nothing else.</summary>
internal static class Breaking
{
    /// <summary>A fault to be named at the path, with the value and a remedy that contains the words given.</summary>
    public static TestCaseData Fault(string path, string value, string remedy, Func<RotaProblem, RotaProblem> breakIt) =>
        new TestCaseData(breakIt, path, value, remedy).SetArgDisplayNames(path, value);

    public static void AssertNamedAlone(Func<RotaProblem, RotaProblem> breakIt, string path, string value, string remedy)
    {
        var errors = ProblemValidation.Check(breakIt(Problems.Rich()));

        Assert.That(errors, Has.Length.EqualTo(1), string.Join('\n', errors));
        Assert.That(errors[0].Path, Is.EqualTo(path));
        Assert.That(errors[0].Value, Is.EqualTo(value));
        Assert.That(errors[0].Message, Is.Not.Empty);
        Assert.That(errors[0].Remedy, Does.Contain(remedy));
    }

    public static Func<RotaProblem, RotaProblem> Place(int index, Func<Place, Place> change) =>
        p => p with { Places = p.Places.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Person(int index, Func<Person, Person> change) =>
        p => p with { People = p.People.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Requirement(Func<LawfulRequirement, LawfulRequirement> change) =>
        Person(2, person => person with { Requirements = person.Requirements.Change(0, change) });

    public static Func<RotaProblem, RotaProblem> Fund(int index, Func<Fund, Fund> change) =>
        p => p with { Funds = p.Funds.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Worker(int index, Func<Worker, Worker> change) =>
        p => p with { Workers = p.Workers.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Visit(int index, Func<Visit, Visit> change) =>
        p => p with { Visits = p.Visits.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Link(int index, Func<VisitLink, VisitLink> change) =>
        p => p with { Links = p.Links.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Pin(int index, Func<Pin, Pin> change) =>
        p => p with { Pins = p.Pins.Change(index, change) };

    public static Func<RotaProblem, RotaProblem> Published(int index, Func<PublishedVisit, PublishedVisit> change) =>
        p => p with { Published = p.Published! with { Visits = p.Published.Visits.Change(index, change) } };

    public static Func<RotaProblem, RotaProblem> Travel(Func<TravelTerms, TravelTerms> change) => p => p with { Travel = change(p.Travel) };

    public static Func<RotaProblem, RotaProblem> Band(Func<PayBand, PayBand> change) =>
        p => p with { PayBands = p.PayBands.Change(0, change) };

    /// <summary>Changes the parameter of the key, first in the list.</summary>
    public static Func<RotaProblem, RotaProblem> Parameter(string key, Func<RuleParameter, RuleParameter> change) => p => p with
    {
        Parameters =
        [
            change(p.Parameters.Single(parameter => parameter.Key == key)),
            .. p.Parameters.Where(parameter => parameter.Key != key),
        ],
    };

    public static VisitLink Follows(string first, string second) =>
        new() { Kind = LinkKind.Precedence, First = new(first), Second = new(second) };

    private static ImmutableArray<T> Change<T>(this ImmutableArray<T> items, int index, Func<T, T> change) =>
        items.SetItem(index, change(items[index]));
}
