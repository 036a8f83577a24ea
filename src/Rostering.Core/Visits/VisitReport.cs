using NodaTime;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Visits;

/// <summary>What somebody reports of a visit.</summary>
public abstract record VisitReport
{
    private VisitReport()
    {
    }

    /// <summary>Support was given, for so many minutes from a start.</summary>
    /// <param name="Because">Why it was shorter than planned; needed where it was.</param>
    public sealed record Given(LocalDateTime Start, int Minutes, ShortBecause? Because = null) : VisitReport;

    /// <summary>The person called it off.</summary>
    /// <param name="ToldAt">When they said so: the notice counts from then.</param>
    /// <param name="Redeployed">Whether the worker was given other paid work for that time.</param>
    public sealed record Declined(string Reason, LocalDateTime ToldAt, bool Redeployed) : VisitReport;

    /// <summary>The person was ill.</summary>
    /// <param name="Record">The id of what proves it.</param>
    public sealed record Ill(string Reason, LocalDateTime ToldAt, string Record) : VisitReport;

    /// <summary>The person saves it for a purpose.</summary>
    public sealed record Banked(BankingAgreement Agreement) : VisitReport;

    /// <summary>Nobody came, or it was not what was promised.</summary>
    public sealed record Failed(string Reason) : VisitReport;
}
