using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.Tests;

/// <summary>What holds of every template, whatever it is asked and in whatever state the books are.</summary>
public sealed class TemplateTests
{
    private const int Runs = 150;
    private const int AsksMax = 120;

    private readonly HashSet<EntryKind> made = [];
    private readonly HashSet<RefusalReason> refused = [];

    [Test]
    public void Entries_OfAnySequenceOfActs_KeepEveryPromise()
    {
        var ask =
            from act in Gen.Choose(0, 999)
            from pence in Gen.Choose(1, 20_000)
            from minutes in Gen.Choose(1, 600)
            from pick in Gen.Choose(0, 999)
            select new Ask(act, pence, minutes, pick);
        var asks = ask.ListOf().Select(list => list.ToList());

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(AsksMax / 2).WithEndSize(AsksMax),
            Prop.ForAll(asks.ToArbitrary(), list => Play(list)));

        Assert.That(Enum.GetValues<EntryKind>().Except(made), Is.Empty, "every kind was made at least once");
        Assert.That(refused, Does.Contain(RefusalReason.TooLittle).And.Contain(RefusalReason.StillHolds).And.Contain(RefusalReason.NotAgreed));
    }

    private void Play(IEnumerable<Ask> asks)
    {
        var acts = new Acts();
        foreach (var ask in asks)
        {
            var before = (acts.A.Position, acts.B.Position);
            switch (acts.Try(ask))
            {
                case Attempt<ImmutableArray<JournalEntry>>.Made entries:
                    Assert.That(entries.Value.Select(Text), Is.EqualTo(((Attempt<ImmutableArray<JournalEntry>>.Made)acts.Try(ask)).Value.Select(Text)), "asked again, the same");
                    foreach (var entry in entries.Value)
                        Keeps(entry);
                    acts.Post(entries.Value);
                    break;
                case Attempt<ImmutableArray<JournalEntry>>.Refused { Refusal: var refusal }:
                    refused.Add(refusal.Reason);
                    Assert.That((refusal.Message.StartsWith($"Fund {refusal.Fund}: ", StringComparison.Ordinal), refusal.Remedy.Length > 0), Is.EqualTo((true, true)));
                    Assert.That((acts.A.Position, acts.B.Position), Is.EqualTo(before));
                    break;
            }

            foreach (var books in new[] { acts.A, acts.B, acts.Reserve })
                Holds(books.Position);
        }
    }

    private void Keeps(JournalEntry entry)
    {
        var rule = KindRules.Of(entry.Kind);
        made.Add(entry.Kind);
        Assert.That(entry.Lines.GroupBy(line => line.Unit).Select(unit => unit.Sum(line => line.Amount)), Is.All.Zero);
        Assert.That(entry.Lines.Where(line => !rule.Allows(line) || !ChartOfAccounts.Has(entry.Fund, line.Account, line.Unit)), Is.Empty, entry.Kind.ToString());
        Assert.That(entry.Lines.Select(line => (line.Account, line.Unit)), Is.Unique);
        Assert.That(rule.Detail.Except(entry.Detail.Keys), Is.Empty);
        Assert.That(entry.Twin is null || entry.Kind == EntryKind.Gift, "a gift alone names another's books");
        Assert.That(entry.Key, Does.Match(@"^[a-z-]+/[^|\n]{1,110}$"));
    }

    private static void Holds(FundPosition position)
    {
        foreach (var unit in Enum.GetValues<Unit>())
        {
            Assert.That(position.Balances.Where(balance => balance.Key.Unit == unit).Sum(balance => balance.Value), Is.Zero);
            Assert.That(position.Balances.Where(balance => balance.Key.Unit == unit && ChartOfAccounts.Floored(balance.Key.Account, unit)
                && ChartOfAccounts.Side(balance.Key.Account) * balance.Value < 0), Is.Empty, "an account below its floor");
        }

        Assert.That(position.Tranches.Values.Aggregate((0L, 0L), (sum, tranche) => (sum.Item1 + tranche.Pence.Pence, sum.Item2 + tranche.Time.Count)),
            Is.EqualTo((position.Pence(Account.Bank).Pence, position.Time(Account.Bank).Count)));
        Assert.That(position.Commitments.Values.Aggregate((0L, 0L), (sum, commitment) => (sum.Item1 + commitment.Pence.Pence, sum.Item2 + commitment.Time.Count)),
            Is.EqualTo((position.Pence(Account.Committed).Pence, position.Time(Account.Committed).Count)));
    }

    private static string Text(JournalEntry entry) => $"{entry.Key} {string.Join(' ', entry.Lines)} {string.Join(' ', entry.Detail)}";
}
