using System.Collections.Immutable;

namespace Rostering.Ledger.Statements.Editions;

/// <summary>
/// The edition for everybody: one idea at a time, a picture to its left and short sentences to its right. No sentence has more
/// than fifteen words, and hard words are explained at the end. Without pictures the words say all.
/// </summary>
public static class EasyReadEdition
{
    /// <summary>The most words a sentence may have.</summary>
    public const int WordsMax = 15;

    // What others wrote stands in sentences that have few other words.
    private const int QuotedWordsMax = 9;

    public static Document Of(Statement statement)
    {
        var header = statement.Header;
        ImmutableArray<Idea> money = [MoneyIn(statement), MoneyOut(statement), MoneyLeft(statement)];
        ImmutableArray<Idea> ideas = header.Terms.Statement.HoursFirst
            ? [Hours(statement), .. money, SafetyMoney(statement), Next(statement), Ask(header), Words]
            : [.. money, Hours(statement), SafetyMoney(statement), Next(statement), Ask(header), Words];
        return new("Your money for support", IsLarge: true,
        [
            new Facts(
            [
                new("For", header.Person),
                new("From", Wording.Long(header.Period.From)),
                new("To", Wording.Long(header.Period.To)),
            ]),
            new Paragraph("This is not a bill. It shows you what happened.", IsNote: true),
            .. header.Pictures ? ideas : ideas.Select(idea => idea with { Picture = null }),
        ], $"Easy-read statement {header.Number}, fund {header.Fund}, {Wording.Brief(header.IssuedOn)}");
    }

    private static Idea MoneyIn(Statement statement)
    {
        var added = statement.Of(Flow.Awarded);
        var cut = -statement.Of(Flow.Cut);
        var gift = statement.Of(Flow.Gift);
        var paid = statement.Contribution.Paid;
        return new(Drawings.MoneyIn, "Money in", (added + gift).ToString(),
        [
            $"At the start you had {statement.Opening.Total}.",
            added != Money.Zero ? $"The council gave you {added}." : "No new money came from the council.",
            .. When(cut != Money.Zero, $"The council cut your money by {cut}.", "A cut means less money for your support."),
            .. When(gift != Money.Zero, $"We gave you {gift} as a gift.", "You do not pay a gift back."),
            .. When(paid != Money.Zero, $"You paid {paid} of your own money."),
        ]);
    }

    private static Idea MoneyOut(Statement statement)
    {
        var support = -statement.Of(Flow.Support);
        var cover = -statement.Of(Flow.Emergency);
        var bought = -statement.Of(Flow.Purchase);
        var charge = -statement.Of(Flow.Charge);
        var back = -(statement.Of(Flow.Returned) + statement.Of(Flow.HandedOver));
        var adjusted = statement.Of(Flow.Adjustment);
        var missed = statement.Support.Count(line => line.Outcome == SupportOutcome.NotGiven && !line.TakenBack);
        return new(Drawings.MoneyOut, "Money out", (support + cover + bought + charge + back).ToString(),
        [
            support == Money.Zero && statement.TimeGiven == Minutes.Zero ? "No support was paid for in this time." : $"Your support cost {support}.",
            .. When(statement.TimeGiven != Minutes.Zero, $"You had {Wording.Spoken(statement.TimeGiven)} of support."),
            .. When(cover != Money.Zero, $"Safety money paid {cover} when someone was ill."),
            .. When(bought != Money.Zero, $"Things that you chose to buy cost {bought}."),
            .. When(charge != Money.Zero, $"We took {charge} for looking after your money."),
            .. When(back != Money.Zero, $"{back} was set aside to go back or move on."),
            .. When(adjusted != Money.Zero, $"We put right an earlier statement: {adjusted}."),
            .. When(missed > 0, $"We missed {Wording.Counted(missed, "visit")}.", "We are sorry.", "We owe you this support."),
        ]);
    }

    private static Idea MoneyLeft(Statement statement)
    {
        var closing = statement.Closing;
        return new(Drawings.MoneyLeft, "Money left", closing.Total.ToString(),
        [
            $"You can plan with {closing.Main}.",
            .. When(closing.Committed != Money.Zero, $"{closing.Committed} is promised for planned visits."),
            .. When(closing.Owed != Money.Zero, $"{closing.Owed} is for support that we owe you."),
            .. When(closing.Overspent != Money.Zero, $"You had {closing.Overspent} more support than your money paid for.", "We will talk with you about this."),
            Pace(statement.YearToDate),
            "This money has an end.",
            $"It has to last until {Wording.Long(statement.Header.YearTo)}.",
        ]);
    }

    private static string Pace(YearToDate year) => year.PacePercent switch
    {
        null => "There is no plan yet for how fast to use it.",
        > 110 => "You use your money faster than planned.",
        < 90 => "You use your money more slowly than planned.",
        _ => "You use your money as fast as planned.",
    };

    private static Idea Hours(Statement statement)
    {
        var hours = statement.BankedHours;
        return new(Drawings.Clock, "Hours you saved", Wording.Spoken(hours.Closing),
        [
            hours.Closing == Minutes.Zero ? "You have no saved hours now." : "You chose to save these hours for later.",
            .. When(hours.Closing != Minutes.Zero, "They are yours."),
            .. When(hours.Banked != Minutes.Zero, $"You saved {Wording.Spoken(hours.Banked)} in this time."),
            .. When(hours.Used != Minutes.Zero, $"You used {Wording.Spoken(hours.Used)} of saved time."),
            .. When(hours.Expired != Minutes.Zero, $"{Wording.Spoken(hours.Expired)} ran out of time."),
            .. from tranche in hours.Tranches.Take(3) where tranche.Purpose.Length > 0 select $"You save for: {Wording.Cut(tranche.Purpose, QuotedWordsMax)}.",
            .. hours.NextToExpire is { ExpiresOn: { } day } next ? [$"Use {Wording.Spoken(next.Left)} by {Wording.Long(day)}."] : (IEnumerable<string>)[],
        ]);
    }

    private static Idea SafetyMoney(Statement statement)
    {
        var safety = statement.Contingency;
        return new(Drawings.Umbrella, "Safety money", safety.Closing.ToString(),
        [
            "Safety money is for when someone is ill.",
            safety.Drawn == Money.Zero ? "Nobody used safety money in this time." : $"We used {safety.Drawn} of it in this time.",
            .. When(safety.ToppedUp != Money.Zero, $"{safety.ToppedUp} was put in."),
        ]);
    }

    private static Idea Next(Statement statement) => new(Drawings.Calendar, "What next", "",
    [
        .. When(statement.RefundDue != Money.Zero, $"We must pay {statement.RefundDue} back to the council."),
        .. When(statement.Closing.SurplusAboveCap != Money.Zero, $"The council can ask for {statement.Closing.SurplusAboveCap} back.", "Talk with us about how to use it."),
        "You can change your plan.",
        "You can use your money in new ways.",
        "You can also choose another provider.",
        "We send you another statement after the next period.",
    ]);

    private static Idea Ask(StatementHeader header) => new(Drawings.Speech, "Is something wrong?", "",
    [
        "Ask us.",
        "Ask us to read this with you.",
        "You can also complain to the council.",
        $"The council is: {Wording.Cut(header.Council, QuotedWordsMax)}.",
        $"How to reach them: {Wording.Cut(header.CouncilContact, QuotedWordsMax)}.",
    ]);

    private static Idea Words { get; } = new(Drawings.Book, "Hard words", "",
    [
        "Council: it pays for your support.",
        "Fund: money for your support and nothing else.",
        "Safety money: its other name is contingency.",
        "Saved hours: their other name is banked hours.",
        "Statement: a paper that shows your money.",
    ]);

    private static string[] When(bool condition, params string[] sentences) => condition ? sentences : [];
}
