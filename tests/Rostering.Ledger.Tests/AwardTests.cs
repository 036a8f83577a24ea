using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests;

public sealed class AwardTests
{
    [Test]
    public void Entry_T01AwardOfAThousandPounds_KeepsATenthForContingency()
    {
        var books = new Books().Awarded(1000_00, minutes: 3000);

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency)), Is.EqualTo((900_00, 100_00)));
        Assert.That((books.Pence(Account.Awarded), books.Time(Account.Main)), Is.EqualTo((1000_00, 3000)));
    }

    [Test]
    public void OnReceipt_T01ReceiptOfAThousandPounds_KeepsATenthForContingency()
    {
        var books = new Books(terms: new() { SpendableOn = SpendableOn.Receipt });

        books.Post(Award.OnReceipt(books.Position, Books.Now("award-1"), Books.Year, remittance: 1, paid: new(1000_00)));

        Assert.That((books.Pence(Account.Cash), books.Pence(Account.Main), books.Pence(Account.Contingency)), Is.EqualTo((1000_00, 900_00, 100_00)));
    }

    [Test]
    public void Entry_MoneySpendableOnReceipt_WaitsForTheRemittance()
    {
        var books = new Books(terms: new() { SpendableOn = SpendableOn.Receipt });

        var refusal = Books.Refusal(Award.Entry(books.Position, Books.Now("award-1"), Books.Year, new(1000_00)));

        Assert.That(refusal.Reason, Is.EqualTo(RefusalReason.Remittance));
    }

    [Test]
    public void Entry_ContributionOfThePerson_IsClaimedFromThem()
    {
        var books = new Books();

        books.Post(Award.Entry(books.Position, Books.Now("award-1"), Books.Year, new(900_05), contribution: new(100_00)));

        Assert.That((books.Pence(Account.Awarded), books.Pence(Account.ContributionReceivable)), Is.EqualTo((900_05, 100_00)));
        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency)), Is.EqualTo((900_05, 100_00)), "the half penny goes to the first of equals");
    }
}
