using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Web.Pages.Packages;

/// <summary>The form of a new person's request, as it was filled in.</summary>
public sealed class PackageForm
{
    private const int TimesMax = 3;

    public string? Name { get; set; }
    public string? Team { get; set; }
    public string? Council { get; set; }
    public string? Near { get; set; }
    public string? Address { get; set; }
    public string? WeeklyPounds { get; set; }
    public string? WeeklyHours { get; set; }
    public string? From { get; set; }
    public Need Need { get; set; } = Need.Substantial;
    public int Workers { get; set; } = 1;
    public IList<string> Skills { get; set; } = [];
    public string? Gender { get; set; }
    public string? GenderReason { get; set; }
    public int Weeks { get; set; } = 8;
    public IList<TimeForm> Times { get; set; } = [.. Enumerable.Range(0, TimesMax).Select(_ => new TimeForm())];
}

/// <summary>One time of day, for some days of the week.</summary>
public sealed class TimeForm
{
    public IList<IsoDayOfWeek> Days { get; set; } = [];
    public string? Earliest { get; set; }
    public string? Latest { get; set; }
    public string? Minutes { get; set; }

    public bool IsEmpty => Days.Count == 0 && string.IsNullOrWhiteSpace($"{Earliest}{Latest}{Minutes}");
}
