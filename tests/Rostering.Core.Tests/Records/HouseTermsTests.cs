using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Testing;

namespace Rostering.Core.Tests.Records;

/// <summary>The terms a provider works by, read off forms and saved as a record.</summary>
public sealed class HouseTermsTests
{
    private const int Weeks = 60;
    private const string Freeze = ParameterKeys.FreezeMinutes;

    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly HouseTerms Terms = HouseTerms.Suggested(Today);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private RotaDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await RotaDatabase.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task Suggested_ForAProviderWithoutRecords_CanBeBegunWithAndHoldsInEveryWeekFromThisOn()
    {
        long provider = await ProviderAsync("Rowan Care");

        var outcome = await SaveAsync(provider, RecordChange.To(Terms, seen: 0));

        Assert.That((outcome as SaveOutcome.Refused)?.Errors ?? [], Is.Empty);
        Assert.That(outcome, Is.InstanceOf<SaveOutcome.Saved>());
        await using RosteringContext context = database.Open();
        Assert.That(await new AssembleProblem(context).HandleAsync(provider, Today.PlusWeeks(100), CancellationToken.None), Is.InstanceOf<AssembleProblem.Result.Assembled>());
        Assert.That(Terms.Parameters.Select(parameter => parameter.Key), Is.EquivalentTo(ParameterKeys.All), "one value for each limit, none of them superseded");
        Assert.That(Terms.Parameters, Has.All.Matches<RuleParameter>(parameter => parameter!.ReviewedBy is null && parameter.Source.Length > 0));
    }

    [Test]
    public async Task Limits_OfAnyDatesAndValues_AreRefusedOrHoldInEveryWeek([Values(1, 2, 3)] int seed)
    {
        long provider = await ProviderAsync($"Provider {seed}");
        await SaveAsync(provider, RecordChange.To(Terms, seen: 0));
        var others = Terms.Parameters.Where(parameter => parameter.Key != Freeze).ToImmutableArray();
        var (saved, refused, version) = (0, 0, 1);
        foreach (var values in Values().ListOf(3).Sample(60, new Rnd((ulong)seed), 30))
        {
            HouseTerms changed = Terms with { Parameters = [.. others, .. values] };
            var unsound = Enumerable.Range(0, Weeks).Select(week => Today.PlusWeeks(week)).Where(monday => !Holds(values, monday)).ToList();

            switch (await SaveAsync(provider, RecordChange.To(changed, version)))
            {
                case SaveOutcome.Saved:
                    (saved, version) = (saved + 1, version + 1);
                    Assert.That(unsound, Is.Empty, () => string.Join('\n', values));
                    break;
                case SaveOutcome.Refused refusal:
                    refused++;
                    Assert.That(unsound, Is.Not.Empty, () => string.Join('\n', values));
                    Assert.That(refusal.Errors, Has.All.Matches<RecordError>(error => error!.Kind == RecordKind.House && error.Value == Freeze && error.Remedy.Length > 0));
                    break;
            }
        }

        Assert.That((saved, refused), Is.EqualTo((saved, 60 - saved)), "nobody else changes anything here");
        Assert.That(Math.Min(saved, refused), Is.GreaterThan(5));
    }

    [Test]
    public void Part_ReadWithNothingChanged_IsTheSameTerms([ValueSource(nameof(PartNames))] string name)
    {
        var part = HouseTermsPart.Of(name)!;

        var form = part.Read(Texts(part), RecordContent.Write(Terms));

        Assert.That(form.Errors, Is.Empty);
        Assert.That(RecordDifference.Between(RecordContent.Write(Terms), RecordContent.Write(form.Record!)), Is.Empty);
    }

    [Test]
    public void Limit_WithARowMore_AddsAValueAndLeavesAllElse()
    {
        var part = HouseTermsPart.Of(Freeze)!;
        Dictionary<string, string> texts = new(Texts(part), StringComparer.Ordinal)
        {
            ["parameters[7].jurisdiction"] = "GB",
            ["parameters[7].validFrom"] = "2027-01-04",
            ["parameters[7].knownFrom"] = "2026-11-24",
            ["parameters[7].value"] = "336:00",
            ["parameters[7].source"] = "Agreed with the workers",
        };

        var terms = (HouseTerms)part.Read(texts, RecordContent.Write(Terms)).Record!;

        Assert.That(terms.Parameters, Has.Length.EqualTo(Terms.Parameters.Length + 1));
        Assert.That(terms.Parameters.Except(Terms.Parameters).Single(), Has.Property("Key").EqualTo(Freeze).And.Property("Value").EqualTo(14 * 24 * 60));
        Assert.That((new Limits(terms.Parameters, new(2026, 12, 28))[Freeze], new Limits(terms.Parameters, new(2027, 1, 4))[Freeze]), Is.EqualTo((7 * 24 * 60, 14 * 24 * 60)));
    }

    [TestCase(Freeze, "parameters[0].value", "two weeks", "This is not a length of time.")]
    [TestCase(ParameterKeys.OnCostPermille, "parameters[0].value", "12.55", "This is not a part of a hundred.")]
    [TestCase(ParameterKeys.ChargeTravelToFund, "parameters[0].value", "perhaps", "This is neither yes nor no.")]
    [TestCase(ParameterKeys.TeamsMax, "parameters[0].validFrom", "soon", null)]
    [TestCase("travel", "travel.firstBus[2]", "", null)]
    [TestCase("travel", "travel.detourPermille", "", null)]
    [TestCase("travel", "travel.modes[0].metresPerMinute", "80.5", "This is not a whole number.")]
    [TestCase("pay-bands", "payBands[3].day", "someday", null)]
    [TestCase("weights", "weights.burden.split", "five", "This is not a whole number.")]
    public void Part_FieldThatCannotBeRead_IsNamedWithWhatWasWritten(string name, string field, string text, string? message)
    {
        var part = HouseTermsPart.Of(name)!;
        Dictionary<string, string> texts = new(Texts(part), StringComparer.Ordinal) { [field] = text };

        var form = part.Read(texts, RecordContent.Write(Terms));

        Assert.That(form.Record, Is.Null);
        Assert.That(form.Errors.Single().Field, Is.EqualTo(field));
        Assert.That(form.Errors.Single().Remedy, Is.Not.Empty);
        if (message is not null)
            Assert.That((form.Errors.Single().Value, form.Errors.Single().Message), Is.EqualTo((text, message)));
    }

    [TestCase("offerMinutes", 0)]
    [TestCase("asksFourWeeksMax", 2)]
    [TestCase("lateAfterMinutes", 241)]
    public async Task CoverTerms_OutOfRange_AreRefusedByField(string field, int value)
    {
        long provider = await ProviderAsync($"Cover {field}");
        await SaveAsync(provider, RecordChange.To(Terms, seen: 0));
        CoverTerms usual = CoverTerms.Usual with { From = Today };
        CoverTerms wrong = field switch
        {
            "offerMinutes" => usual with { OfferMinutes = value },
            "asksFourWeeksMax" => usual with { AsksFourWeeksMax = value },
            _ => usual with { LateAfterMinutes = value },
        };

        var outcome = await SaveAsync(provider, RecordChange.To(wrong, seen: 0));

        var error = ((SaveOutcome.Refused)outcome).Errors.Single();
        Assert.That((error.Kind, error.Id, error.Field, error.Value), Is.EqualTo((RecordKind.CoverTerms, "2026-11-23", field, $"{value}")));
    }

    [Test]
    public async Task CoverTerms_OfSeveralDays_HoldFromTheirsAndTheUsualOnesBefore()
    {
        long provider = await ProviderAsync("Cover of several days");
        await SaveAsync(provider, RecordChange.To(Terms, seen: 0));
        CoverTerms first = CoverTerms.Usual with { From = Today, OfferMinutes = 20 }, second = first with { From = Today.PlusDays(30), OfferMinutes = 5 };
        Assert.That(await SaveAsync(provider, RecordChange.To(second, seen: 0), RecordChange.To(first, seen: 0)), Is.InstanceOf<SaveOutcome.Saved>());

        await using RosteringContext context = database.Open();
        LocalDate[] days = [Today.PlusDays(-1), Today, Today.PlusDays(29), Today.PlusDays(30)];
        List<int> minutes = [];
        foreach (LocalDate day in days)
            minutes.Add((await CoverTerms.InForceAsync(context, provider, day, CancellationToken.None)).OfferMinutes);

        Assert.That(minutes, Is.EqualTo(new[] { CoverTerms.Usual.OfferMinutes, 20, 20, 5 }));
    }

    private static IEnumerable<string> PartNames() => ["travel", "pay-bands", "weights", .. ParameterKeys.All];

    private static Dictionary<string, string> Texts(HouseTermsPart part) => FormTexts.Of(part.Field, part.In(System.Text.Json.Nodes.JsonNode.Parse(RecordContent.Write(Terms))!.AsObject()));

    /// <summary>Whether exactly one value is in force on a Monday, and was known last.</summary>
    private static bool Holds(IReadOnlyCollection<RuleParameter> values, LocalDate monday)
    {
        var inForce = values.Where(value => value.ValidFrom <= monday && (value.ValidTo is not { } last || monday <= last)).ToList();
        return inForce.Count > 0 && inForce.Count(value => value.KnownFrom == inForce.Max(other => other.KnownFrom)) == 1;
    }

    private static Gen<RuleParameter> Values() =>
        from start in Gen.Choose(-70, 100)
        from length in Gen.OneOf(Gen.Constant(-1), Gen.Choose(0, 250))
        from known in Gen.Choose(0, 40)
        select new RuleParameter
        {
            Key = Freeze,
            ValidFrom = Today.PlusDays(start),
            ValidTo = length < 0 ? null : Today.PlusDays(start + length),
            KnownFrom = Today.PlusDays(-known),
            Value = 1_440,
            Source = LocalDatePattern.Iso.Format(Today),
        };

    private Task<long> ProviderAsync(string name) => WithAsync(context => NamedProvider.HandleAsync(context, name, CancellationToken.None));

    private Task<SaveOutcome> SaveAsync(long provider, params RecordChange[] changes) => WithAsync(context => new SaveRecords(context).HandleAsync(
        new Act(new Actor { UserId = 7, Name = "Morag", ProviderId = provider, Roles = [Role.ServiceManager] }, Now, "a test of it"), changes, CancellationToken.None));

    private async Task<T> WithAsync<T>(Func<RosteringContext, Task<T>> act)
    {
        await using RosteringContext context = database.Open();
        return await act(context);
    }
}
