namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// The rules about a worker's week, each put to random weeks together with the rule that a worker is in one place at a time: what a week
/// adds up to when visits overlap need not agree.
/// </summary>
[TestFixture]
internal sealed class TiringWeekTests
{
    private const string OnePlaceAtATime = "travel-time";

    private static readonly string[] s_rules =
    [
        OnePlaceAtATime, "daily-rest", "weekly-rest", "weekly-hours", "rest-break", "night-work", "young-worker", "contract-maximum", "last-transport",
        "split-shift", "split-length", "paid-over-tied-up",
    ];

    [TestCaseSource(nameof(s_rules))]
    public async Task Encoding_OfRandomWeeks_AgreesWithTheChecker(string key)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            await EncodingAgreement.HoldsAsync(TiringWeek.Draw(seed), [OnePlaceAtATime, key], samples: 5, seed);
        }
    }

    [TestCaseSource(nameof(s_rules))]
    public async Task Encoding_WherePartOfTheRotaIsHeld_AgreesWithTheChecker(string key)
    {
        HashSet<bool?> seen = [];
        for (int seed = 1; seed <= 150; seed++)
        {
            seen.Add(await EncodingAgreement.HoldsWhereHeldAsync(TiringWeek.Draw(seed), [OnePlaceAtATime, key], seed));
        }

        Assert.That(seen, Is.SupersetOf([true, false]), "some parts keep the rules, and some break one");
    }

    [Test]
    public async Task Encodings_OfAllRules_AgreeWithTheChecker([Range(1, 6)] int seed) => await EncodingAgreement.HoldsAsync(TiringWeek.Draw(seed), samples: 10, seed);
}
