using System.Collections.Immutable;
using Rostering.Core.Finance.FundActs;

namespace Rostering.Core.Finance.Agreements;

/// <summary>What is to be said to open a person's fund, or to record other terms for it later.</summary>
public static class OpeningFields
{
    public const string CouncilId = "council";
    public const string OpensOn = "opensOn";
    public const string Person = "person";
    public const string Name = "name";
    public const string PurchaseOrder = "purchaseOrder";
    public const string FundingOption = "fundingOption";
    public const string YearStartsOn = "yearStartsOn";
    public const string Pictures = "pictures";

    /// <summary>Whose the fund is, and who awards it.</summary>
    public static ImmutableArray<FundActField> Holder { get; } =
    [
        new(CouncilId, FundActForm.Text, "Council"),
        new(OpensOn, FundActForm.Day, "First day"),
        new(Person, FundActForm.Text, "Person’s number", "As under People; the ledger knows no names"),
        new(Name, FundActForm.Text, "Name", "Empty if the person is recorded under People") { Optional = true },
        new(PurchaseOrder, FundActForm.Text, "Purchase order"),
        new(FundingOption, FundActForm.Text, "Funding option", "Such as individual service fund"),
        new(YearStartsOn, FundActForm.Day, "The fund’s year begins on"),
        new(Pictures, FundActForm.Choice, "Easy-read statement") { Choices = [new("true", "with pictures"), new("false", "without pictures")] },
    ];

    /// <summary>Where the terms come from.</summary>
    public static FundActField Reason { get; } =
        new(FundActFields.Reason, FundActForm.Text, "Where these terms come from", "The number of the signed sheet, and why they are not the council’s where they differ; no names");

    /// <summary>The day from which other terms hold.</summary>
    public static FundActField HoldsFrom { get; } = new(FundActFields.From, FundActForm.Day, "They hold from");

    /// <summary>All that it takes to open a fund.</summary>
    public static ImmutableArray<FundActField> All { get; } = [.. Holder, .. TermsField.OfFund.Select(terms => terms.Field), Reason];

    /// <summary>All that it takes to record other terms.</summary>
    public static ImmutableArray<FundActField> OtherTerms { get; } = [HoldsFrom, .. TermsField.OfFund.Select(terms => terms.Field), Reason];
}
