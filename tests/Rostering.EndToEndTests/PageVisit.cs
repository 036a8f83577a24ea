using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>A page as somebody opens it.</summary>
/// <param name="Page">The Razor page that answers; <c>null</c> where none does.</param>
/// <param name="As">Who opens it; <c>null</c> for somebody who is not signed in.</param>
public sealed record PageVisit(string? Page, Role? As, string Address)
{
    /// <summary>Every page of the application, and some of them in more than one state.</summary>
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        Manager("Index", "/"),
        Manager("Rotas/Weeks", "/rotas"),
        Manager("Rotas/Week", Site.SmallWeek),
        Manager("Rotas/Week", Site.RealWeek),
        Manager("Rotas/Week", $"{Site.RealWeek}?view=Workers"),
        Manager("Rotas/Visit", $"{Site.SmallWeek}/visits/v1"),
        Manager("Rotas/Visit", $"{Site.RealWeek}/visits/V00523"),
        Manager("Rotas/Solve", $"{Site.RealWeek}/solve"),
        Manager("Rotas/Board", $"{Site.RealWeek}/board"),
        Manager("Rotas/Board", $"{Site.RealWeek}/board?side=Workers"),
        Manager("Rotas/BoardVisit", $"{Site.RealWeek}/board/visits/V00523"),
        Manager("Rotas/Day", $"{Site.RealWeek}/days/1"),
        Manager("Rotas/Consult", $"{Site.RealWeek}/consult"),
        Manager("Rotas/Publish", $"{Site.RealWeek}/publish"),
        Manager("House/HouseTerms", "/house-terms"),
        Manager("House/HouseTermsEdit", "/house-terms/edit/travel"),
        Manager("House/HouseTermsEdit", "/house-terms/edit/pay-bands"),
        Manager("House/HouseTermsEdit", "/house-terms/edit/weights"),
        Manager("House/HouseTermsEdit", "/house-terms/edit/house.freeze.minutes"),
        Manager("Records/RecordList", "/house-terms/cover"),
        Manager("Records/RecordEdit", "/house-terms/cover/new"),
        Manager("Records/RecordList", "/people"),
        Manager("Records/Record", "/people/P001"),
        Manager("Records/RecordEdit", "/people/P001/edit"),
        Manager("Records/RecordList", "/people/funds"),
        Manager("Records/RecordEdit", "/people/councils/new"),
        Manager("Records/RecordList", "/workers"),
        Manager("Records/RecordEdit", "/workers/new"),
        Manager("Records/RecordList", "/teams"),
        Manager("Records/RecordList", "/places"),
        Manager("Records/RecordList", "/requests"),
        Manager("Records/RecordList", "/requests/dates"),
        Manager("Requests/Week", "/requests/week/2026-11-23"),
        Manager("Import/Import", "/import"),
        Manager("Packages/Try", "/packages/try"),
        new("Live/Today", Role.TeamLeader, "/live"),
        new("Live/Confirm", Role.TeamLeader, "/live/confirm"),
        new("Live/ExtraHelp", Role.TeamLeader, "/live/extra-help"),
        new("MyTeam/Requests", Role.TeamLeader, "/my-team/requests"),
        new("Funds/FundList", Role.Finance, Site.Funds),
        new("Funds/Fund", Role.Finance, Site.Fund),
        new("Funds/Fund", Role.Finance, $"{Site.Fund}&extraHours=5&unitCost=270&fixedCost=180&people=10"),
        new("Funds/FundAct", Role.Finance, "/funds/2/record/Award"),
        new("Funds/FundAct", Role.Finance, "/funds/2/record/CouncilPaid"),
        new("Funds/FundAct", Role.Finance, "/funds/2/record/Bank"),
        new("Funds/FundAct", Role.Finance, "/funds/2/record/PurchaseFromBank?purpose=holiday"),
        new("Funds/FundAct", Role.Finance, "/funds/2/record/Reversal?entry=2"),
        new("Funds/OpenFund", Role.Finance, "/funds/new"),
        new("Funds/OpenFund", Role.Finance, "/funds/new?council=clydevale-council&opensOn=2026-04-06"),
        new("Funds/Terms", Role.Finance, "/funds/2/terms"),
        new("Funds/CouncilList", Role.Finance, "/funds/councils"),
        new("Funds/CouncilTerms", Role.Finance, "/funds/councils/record"),
        new("Funds/CouncilTerms", Role.Finance, "/funds/councils/record/clydevale-council"),
        new("Funds/Reserve", Role.Finance, "/funds/reserve"),
        new("Funds/Remittance", Role.Finance, "/funds/remittances/new"),
        new("Funds/Waiting", Role.Finance, "/funds/waiting"),
        new("Funds/Entry", Role.Finance, "/funds/2/entries/2"),
        new("Funds/Statement", Role.Finance, "/funds/2/statements/1"),
        new("My/Week", Role.Worker, "/my/week?week=2026-11-16"),
        new("My/Week", Role.Person, "/my/week?week=2026-11-16"),
        new("My/Answers", Role.Worker, "/my/answers"),
        new("My/Calendar", Role.Worker, "/my/calendar"),
        new("My/Offers", Role.Worker, "/my/offers"),
        new("My/Leave", Role.Worker, "/my/leave"),
        new("My/Availability", Role.Worker, "/my/availability"),
        new("Messages/Inbox", Role.Worker, "/messages"),
        new("Admin/AccountList", Role.Administrator, "/admin"),
        new("Admin/Invite", Role.Administrator, "/admin/invite"),
        new("Admin/Account", Role.Administrator, "/admin/accounts/1"),
        new("Audit/Trail", Role.Auditor, "/audit"),
        new("Account/Mine", Role.Worker, "/account"),
        new("Account/SetUp", Role.Worker, "/account/set-up"),
        new("Account/SignOut", Role.Worker, "/account/sign-out"),
        new("Account/SignIn", null, "/account/sign-in"),
        new("Account/Code", null, "/account/sign-in/code"),
        new("Account/Link", null, "/account/link/unknown") { Status = 410 },
        new("Error", Role.Worker, "/rotas") { Status = 403 },
        Manager(null, "/nowhere") with { Status = 404 },
    ];

    /// <summary>Pages that a story of its own looks at, since they need a day that is under way.</summary>
    public static IReadOnlyList<string> InStories { get; } = ["Live/Visit", "Cover/Visit"];

    /// <summary>What the server answers with.</summary>
    public int Status { get; init; } = 200;

    public Someone? Who => As is { } role ? new Someone(role) : null;

    public override string ToString() => $"{As} {Address}";

    private static PageVisit Manager(string? page, string address) => new(page, Role.ServiceManager, address);
}
