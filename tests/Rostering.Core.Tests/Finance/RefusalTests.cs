using Npgsql;
using Rostering.Testing;
using static Rostering.Core.Tests.Finance.LedgerStage;

namespace Rostering.Core.Tests.Finance;

/// <summary>What the ledger refuses to the application, by the code that it gives, and that a refusal leaves no trace.</summary>
public sealed class RefusalTests
{
    private LedgerDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await LedgerStage.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    private static IEnumerable<TestCaseData> Attacks()
    {
        foreach (var (name, refusal, statement) in (IEnumerable<(string, string, string)>)[.. Funds(), .. Lines(), .. Promises(), .. References(), .. Agreements()])
            yield return new TestCaseData(refusal, statement).SetName($"Post_{name}_IsRefusedAndLeavesNoTrace");
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task Attack(string refusal, string statement)
    {
        var before = await LedgerDump.TakeAsync(database);

        var thrown = (await Assert.ThrowsAsync<PostgresException>(() => database.AskAsApplicationAsync(statement)))!;

        Assert.That(new[] { thrown.SqlState, thrown.ConstraintName }, Does.Contain(refusal), thrown.MessageText);
        Assert.That(await LedgerDump.TakeAsync(database), Is.EqualTo(before));
    }

    private static IEnumerable<(string Name, string Refusal, string Statement)> Funds() =>
    [
        ("ToNoFund", "LR001", Post(99, "commit", "main 1, committed -1")),
        ("ToAClosedFund", "LR001", Post(3, "commit", "main 1, committed -1")),
        ("KeyUsedOtherwise", "LR002", Post(1, "commit", "main 1, committed -1", key: "2")),
        ("InAClosedPeriod", "LR003", Post(1, "commit", "main 1, committed -1", on: "2026-04-30")),
        ("BeforeTheFundOpened", "LR003", Post(2, "commit", "main 1, committed -1", on: "2026-04-05")),
        ("OnNoDay", "day_check", Post(1, "commit", "main 1, committed -1", on: "infinity")),
        ("WithoutTerms", "LR015", Post(4, "award", "awarded 1, main -1")),
        ("ClosingAFundThatHolds", "LR004", "select ledger.close_fund(1, '2026-05-10')"),
        ("ClosingAFundThatIsStillToBePaid", "LR004", New(5) + Post(5, "award", "awarded 100, main -100", key: "a") + Post(5, "deliver", "main 100, support_earned -100", key: "b")
            + Post(5, "invoice", "council_receivable 100, awarded -100", key: "c") + "select ledger.close_fund(5, '2026-05-10')"),
        ("ClosingAFundBeforeItsLastEntry", "LR004", New(5) + Post(5, "award", "awarded 100, main -100", key: "a") + Post(5, "cut", "main 100, awarded -100", key: "b") + "select ledger.close_fund(5, '2026-05-09')"),
        ("ClosingAFundBeforeItOpened", "LR004", "select ledger.close_fund(4, '2026-04-05')"),
        ("ClosingAPeriodAgainOtherwise", "LR003", "select ledger.close_period(1, '2026-04-29', 'worker-1')"),
        ("OpeningAFundAgainOtherwise", "LR002", "select ledger.open_fund(1, 'person', '2026-05-01')"),
        ("OpeningFundNought", "fund_numbered", "select ledger.open_fund(0, 'person', '2026-05-01')"),
        ("TermsFromADayInAClosedPeriod", "LR025", "select ledger.record_terms(1, '2026-04-30', '{}', true, true, 'as agreed', 'worker-1')"),
        ("RemittanceAgainOtherwise", "LR002", "select ledger.record_remittance('council', 'r-1', '2026-04-20', 50001, 'worker-1')"),
    ];

    private static string New(int fund) =>
        $"select ledger.open_fund({fund}, 'person', '2026-04-06'); select ledger.record_terms({fund}, '2026-04-06', '{{}}', false, false, 'as agreed', 'worker-1');";

    private static IEnumerable<(string Name, string Refusal, string Statement)> Lines() =>
    [
        ("Unbalanced", "LR011", Post(1, "commit", "main 2, committed -1")),
        ("UnbalancedInMinutes", "LR011", Post(1, "commit", "main 1, committed -1, main/min 2, committed/min -1")),
        ("PenceAgainstMinutes", "LR011", Post(1, "commit", "main 1, committed/min -1")),
        ("NoLines", "LR005", Post(1, "commit", "")),
        ("AnAccountTwice", "LR005", Post(1, "commit", "main 1, main 1, committed -2")),
        ("AnAccountOfOrganisations", "LR005", Post(1, "give", "reserve 1, cash -1")),
        ("MoreUnitsThanAccounts", "LR005", Post(1, "commit", "main 1, committed -1").Replace("'{gbp,gbp}'", "'{gbp,gbp,gbp}'", StringComparison.Ordinal)),
        ("AmountsFromNought", "LR005", Post(1, "commit", "main 1, committed -1").Replace("'{1,-1}'", "'[0:1]={1,-1}'", StringComparison.Ordinal)),
        ("AmountsInRows", "LR005", Post(1, "commit", "main 1, committed -1").Replace("'{1,-1}'", "'{{1,-1}}'", StringComparison.Ordinal)),
        ("AnAccountThatIsNull", "LR005", Post(1, "commit", "main 1, committed -1").Replace("'{main,", "'{null,", StringComparison.Ordinal)),
        ("AnAmountThatIsNull", "LR005", Post(1, "commit", "main 1, committed -1").Replace("'{1,", "'{null,", StringComparison.Ordinal)),
        ("NoughtOnALine", "LR012", Post(1, "commit", "main 1, committed -1, main/min 0")),
        ("TheWrongAccounts", "LR012", Post(1, "commit", "main 1, support_earned -1")),
        ("TheWrongWayRound", "LR012", Post(1, "deliver", "support_earned 1, main -1")),
        ("ToOverspendByHand", "LR012", Post(1, "deliver", "overspend 1, support_earned -1")),
        ("BeyondAllNumbers", "22003", Post(1, "award", "awarded 9223372036854775807, main -9223372036854775807")),
    ];

    private static IEnumerable<(string Name, string Refusal, string Statement)> Promises() =>
    [
        ("MoreThanMainHas", "account_floor", Post(1, "commit", "main 85301, committed -85301")),
        ("MoreThanTheDeficitAllows", "account_floor", Post(2, "commit", "main 50101, committed -50101")),
        ("MoreThanContingencyHas", "account_floor", Post(1, "draw", "contingency 10001, support_earned -10001")),
        ("MoreThanCashPays", "account_floor", Post(1, "withdraw", "support_earned 2001, cash -2001")),
        ("MoreThanTheTrancheHas", "account_floor", Post(1, "unbank", "bank 2001, main -2001", "p_tranche => 5")),
        ("MoreThanTheRemittanceBrought", "remittance_allocated", Post(1, "receipt", "cash 20001, council_receivable -20000, council_credit -1", "p_remittance => 1")),
        ("ResolvedTwice", "link_pkey", Post(1, "commit", "main 500, committed -500", key: "a") + Post(1, "release", "committed 500, main -500", "p_resolves => 3")),
        ("ResolvedInPart", "LR016", Post(1, "release", "committed 400, main -400", "p_resolves => 2")),
        ("ResolvedWithoutItsMinutes", "LR016", Post(1, "release", "committed 1000, main -1000", "p_resolves => 2")),
        ("ResolvedByNoName", "LR016", Post(1, "deliver", "committed 1000, support_earned -1000")),
        ("ResolvingWhatIsNoCommitment", "LR016", Post(1, "deliver", "main 5, support_earned -5", "p_resolves => 1")),
        ("ResolvingItself", "LR016", Post(1, "deliver", "main 5, support_earned -5", "p_resolves => 10")),
        ("ResolvingNothingThere", "LR016", Post(1, "deliver", "main 5, support_earned -5", "p_resolves => 77")),
    ];

    private static IEnumerable<(string Name, string Refusal, string Statement)> References() =>
    [
        ("ReceiptWithoutRemittance", "LR024", Post(1, "receipt", "cash 1, council_receivable -1")),
        ("AwardInCashWithoutRemittance", "LR024", Post(1, "award", "cash 1, main -1")),
        ("NoSuchRemittance", "LR007", Post(1, "receipt", "cash 1, council_receivable -1", "p_remittance => 77")),
        ("WithdrawalThatFreesARemittance", "LR024", Post(1, "withdraw", "support_earned 1, cash -1", "p_remittance => 1")),
        ("ReceiptWithATrancheBeside", "LR024", Post(1, "receipt", "cash 1, council_receivable -1", "p_remittance => 1, p_tranche => 5")),
        ("PurchaseFromNoTranche", "LR024", Post(1, "purchase", "bank 1, payable -1")),
        ("CloseOutFromNoTranche", "LR024", Post(1, "close_out", "bank 1, cash -1")),
        ("FromNoSuchTranche", "LR006", Post(1, "unbank", "bank 1, main -1", "p_tranche => 2")),
        ("PlainKindThatReverses", "LR024", Post(1, "deliver", "main 5, support_earned -5", "p_reverses => 8")),
        ("PlainKindWithATwin", "LR024", Post(1, "deliver", "main 5, support_earned -5", "p_twin_fund => -1, p_twin_seq => 3")),
        ("HalfATwin", "LR024", Post(1, "deliver", "main 5, support_earned -5", "p_twin_seq => 3")),
        ("ReversalThatResolves", "LR024", Post(1, "reversal", "", "p_reverses => 8, p_resolves => 2")),
        ("ReversalOfNothing", "LR005", Post(1, "reversal", "", "p_reverses => 77")),
        ("ReversalOfACommitment", "LR017", Post(1, "reversal", "", "p_reverses => 2")),
        ("ReversalOfAGift", "LR017", Post(1, "reversal", "", "p_reverses => 9")),
        ("ReversalOfAReversal", "LR017", Post(1, "reversal", "", "p_reverses => 8", key: "a") + Post(1, "reversal", "", "p_reverses => 10")),
        ("ReversalTwice", "link_pkey", Post(1, "deliver", "main 2000, support_earned -2000", key: "b") + Post(1, "reversal", "", "p_reverses => 8", key: "a") + Post(1, "reversal", "", "p_reverses => 8")),
        ("GiftTwice", "link_pkey", Post(1, "gift", "cash 300, main -300", "p_twin_fund => -1, p_twin_seq => 2")),
        ("GiftOfMore", "LR019", Post(1, "gift", "cash 500, main -500", "p_twin_fund => -1, p_twin_seq => 3")),
        ("GiftFromAnotherFund", "LR019", Post(1, "gift", "cash 50000, main -50000", "p_twin_fund => 2, p_twin_seq => 1")),
        ("GiftWithoutATwin", "LR024", Post(1, "gift", "cash 500, main -500")),
    ];

    private static IEnumerable<(string Name, string Refusal, string Statement)> Agreements() =>
    [
        ("DetailMissing", "LR014", Post(1, "commit", "main 1, committed -1", detail: """{"note":"x"}""")),
        ("DetailInAList", "detail_check", Post(1, "commit", "main 1, committed -1", detail: """["visit"]""")),
        ("DetailThatIsNull", "detail_check", Post(1, "draw", "contingency 1, support_earned -1", detail: """{"reason":null,"record":"absence-1"}""")),
        ("DetailThatIsEmpty", "detail_check", Post(1, "commit", "main 1, committed -1", detail: """{"visit":""}""")),
        ("DrawToLowerCost", "LR020", Post(1, "draw", "contingency 1, support_earned -1", detail: """{"reason":"lower cost","record":"absence-1"}""")),
        ("DrawByOnePerson", "LR023", Post(1, "draw", "contingency 1, support_earned -1", checkedBy: "worker-1")),
        ("ContingencyMovedByOnePerson", "LR023", Post(1, "retain", "contingency 1, main -1", checkedBy: "worker-1")),
        ("ContingencySpentOnAnAbsence", "LR012", Post(1, "absence", "contingency 1, waiting_earned -1")),
        ("ContingencyMovedByAnAbsence", "LR012", Post(1, "absence", "contingency 1, main -1")),
        ("ContingencyClawedBack", "LR012", Post(1, "clawback", "contingency 1, refund_due -1")),
        ("RefundByOnePerson", "LR023", Post(1, "receipt", "cash 10, council_credit -10", "p_remittance => 1", key: "a") + Post(1, "refund", "council_credit 10, cash -10", checkedBy: "worker-1")),
        ("ReversalByOnePerson", "LR023", Post(1, "reversal", "", "p_reverses => 8", checkedBy: "worker-1")),
        ("ReversalCheckedByNobody", "LR023", Post(1, "reversal", "", "p_reverses => 8").Replace("'worker-2'", "null", StringComparison.Ordinal)),
        ("ChargeWithoutASheet", "LR021", Post(1, "charge", "main 1, charge_earned -1")),
        ("BonusNotAgreed", "LR022", Post(1, "bonus", "main 1, bonus_payable -1")),
        ("AKeyWithABar", "reference_check", Post(1, "commit", "main 1, committed -1", key: "a|b")),
        ("NoKey", "23502", Post(1, "commit", "main 1, committed -1").Replace("'attack'", "null", StringComparison.Ordinal)),
        ("ADeficitByOnePerson", "deficit_two_people", "select ledger.agree_deficit(1, 5, 'as agreed', 'worker-1', 'worker-1')"),
    ];
}
