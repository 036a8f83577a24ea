using NodaTime;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>Who posts in the demonstration year, by opaque ids, and the occasions on which they do.</summary>
internal static class Staff
{
    public const string Finance = "staff/finance-1";
    private const string SecondFinance = "staff/finance-2";
    private const string Manager = "staff/manager-1";
    private const string Leader = "staff/leader-1";

    public static Occasion ByFinance(LocalDate on, string evidence) => new(on, evidence, Finance);

    public static Occasion ByTwo(LocalDate on, string evidence) => new(on, evidence, Finance) { CheckedBy = SecondFinance };

    public static Occasion Published(LocalDate on, VisitRecord visit) => new(on, Evidence(visit), Manager);

    public static Occasion Confirmed(LocalDate on, VisitRecord visit) => new(on, Evidence(visit), Leader);

    public static Occasion ConfirmedByTwo(LocalDate on, VisitRecord visit) => new(on, Evidence(visit), Leader) { CheckedBy = Manager };

    private static string Evidence(VisitRecord visit) => $"visit/{visit.Visit}";
}
