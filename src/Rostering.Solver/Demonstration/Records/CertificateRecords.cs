using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>
/// Certificates with their validity. Courses are refreshed every year (assumed). Vetting runs five years since 1 April 2026; older
/// memberships are taken to run five years from that day (assumed). What the hidden plan needs is valid when it needs it.
/// </summary>
internal sealed class CertificateRecords(WeekCalendar calendar, Dice dice)
{
    private static readonly LocalDate FiveYearVetting = new(2026, 4, 1);

    public ImmutableArray<Certificate> For(DraftWorker worker) =>
    [
        .. worker.Skills
            .OrderBy(skill => skill.Value, StringComparer.Ordinal)
            .Select(skill => skill == Skills.Pvg ? Vetting(worker) : skill == Skills.Sssc ? Registration() : Yearly(worker, skill)),
        .. worker.Lapsed.Select(lapsed => Course(lapsed.Key, lapsed.Value)),
    ];

    private Certificate Vetting(DraftWorker worker)
    {
        if (worker.Diary.Bookings.Count == 0 && worker.AwayAllWeek is null && dice.Chance(30))
            return new Certificate { Competency = Skills.Pvg, ValidFrom = calendar.Start.PlusDays(3), ValidTo = calendar.Start.PlusYears(5).PlusDays(2) };

        var from = calendar.Start.PlusDays(-dice.Between(40, 1_500));
        var to = from < FiveYearVetting ? FiveYearVetting.PlusYears(5) : from.PlusYears(5);
        return new Certificate { Competency = Skills.Pvg, ValidFrom = from, ValidTo = to.PlusDays(-1) };
    }

    private Certificate Registration() => new() { Competency = Skills.Sssc, ValidFrom = calendar.Start.PlusDays(-dice.Between(90, 3_000)) };

    private Certificate Yearly(DraftWorker worker, Competency skill)
    {
        var needed = LastNeeded(worker, skill);
        var expiry = dice.Below(100) switch
        {
            < 4 when needed is null => calendar.Start.PlusDays(-dice.Between(1, 60)),
            < 10 => LocalDate.Max(needed ?? calendar.Start, calendar.Start.PlusDays(dice.Between(0, 6))),
            _ => calendar.Start.PlusDays(dice.Between(10, 350)),
        };
        return Course(skill, expiry);
    }

    private static Certificate Course(Competency skill, LocalDate expiry) =>
        new() { Competency = skill, ValidFrom = expiry.PlusYears(-1).PlusDays(1), ValidTo = expiry };

    /// <summary>The last day on which the plan needs the skill of the worker.</summary>
    private LocalDate? LastNeeded(DraftWorker worker, Competency skill)
    {
        LocalDate? last = null;
        foreach (var booking in worker.Diary.Bookings.Where(booking => booking.Visit.Competencies.Contains(skill)))
            last = calendar.TimeOfElapsed(booking.End).Date;
        return last;
    }
}
