using Rostering.Ledger.EntryTemplates;
using static Rostering.Core.Finance.FundActs.FundActFields;
using static Rostering.Core.Finance.FundActs.FundActForm;
using static Rostering.Core.Finance.FundActs.FundActSheets;

namespace Rostering.Core.Finance.FundActs;

/// <summary>The sheets of what a person saves, of what others give and take by agreement, of mistakes, and of a fund's end.</summary>
internal static class FundLifeSheets
{
    private static readonly FundActField Hours = new(FundActFields.Hours, Time, "Hours");

    public static IEnumerable<FundActSheet> Saved() =>
    [
        new(FundActKind.Charge, "Management charge", "Exactly what the signed sheet states for a period, once; without a sheet there is none.",
            [Proof("Charge number"), TakesEffect, new(From, Day, "A day of the period", "The council’s invoice cycle says from when to when")]),
        new(FundActKind.Bank, "Hours banked", "The person chooses to have less support for a while, for a purpose of their own; it comes back on the day agreed.",
            [Proof("Banking record"), TakesEffect, Pounds with { Words = "Money that is banked" }, Hours with { Words = "Hours that are banked" }, new(Purpose, Text, "What it is for", "A word, such as holiday"),
                new(Outcome, Text, "Outcome of the plan that it serves"), new(Agreement, Text, "Agreement", "The number of what was signed"), Agreed, new(ReinstateOn, Day, "Support is back on")])
        {
            Entry = (fund, occasion, said) => BankByChoice.OfMain(fund, occasion, said.Money(Amount), said.Time(FundActFields.Hours), new BankingAgreement
            {
                Id = said.Text(Agreement),
                Purpose = said.Text(Purpose),
                Outcome = said.Text(Outcome),
                AgreedBy = said.Text(AgreedBy),
                ReinstateOn = said.Day(ReinstateOn),
            }),
        },
        new(FundActKind.Unbank, "Banked hours returned", "The person changes their mind: what is left of what was banked returns to the main balance.",
            [Proof("Agreement"), TakesEffect, new(Entry, Number, "Entry that banked it"), Why])
        { Entry = (fund, occasion, said) => Unbank.Entry(fund, occasion, said.Number(Entry)!.Value, said.Text(Reason)) },
        new(FundActKind.Bonus, "Team bonus", "From a saving that the person agreed to, and only where the terms allow it; never while support is owed.",
            [Proof("Decision"), TakesEffect, Pounds with { Words = "Bonus" }, new(Saving, Text, "Agreement on the saving"), new(SavedAmount, FundActForm.Money, "What was saved"), Agreed])
        {
            TwoPeople = true,
            Entry = (fund, occasion, said) => Bonus.Entry(fund, occasion, said.Money(Amount), new AgreedSaving(said.Text(Saving), said.Money(SavedAmount), said.Text(AgreedBy))),
        },
        new(FundActKind.PayBonus, "Bonus paid", "Pays a bonus out, from the cash that the fund holds.", [Proof("Payroll number"), TakesEffect, Pounds])
        { Entry = (fund, occasion, said) => Pay.ForBonus(fund, occasion, said.Money(Amount)) },
        new(FundActKind.Gift, "Gift from the reserve", "The organisation’s reserve helps the fund, for good: overspend first, and the rest joins the main balance.",
            [Proof("Decision"), TakesEffect, Pounds, Why]) { TwoPeople = true },
    ];

    public static IEnumerable<FundActSheet> Undone() =>
    [
        new(FundActKind.Reversal, "Entry reversed", "Undoes an entry by repeating it with the signs changed; what was right in it is recorded afresh afterwards.",
            [Proof("Decision"), TakesEffect, new(Entry, Number, "Entry"), Why]) { TwoPeople = true },
        new(FundActKind.ClosePeriod, "Books closed", "Closes the books up to a day: nothing takes effect in there any more.", [new(To, Day, "Through")]),
        new(FundActKind.CloseOut, "Close-out", "All that the fund holds goes with the person, to another provider or whom they chose. Planned visits, debts and bills are settled first.",
            [Proof("Transfer number"), TakesEffect, new(Heir, Text, "Who gets what is left", "An id, such as provider/birch"), Why]) { TwoPeople = true },
        new(FundActKind.End, "Fund closed for good", "Ends a fund that holds nothing any more, is owed nothing and owes nothing.", [TakesEffect with { Words = "Closed on" }]),
    ];
}
