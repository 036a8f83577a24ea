using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Access;
using Rostering.Core.Packages;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Web.Pages.Packages;

/// <summary>Reads a package from its form, and says of each field what is wrong with it.</summary>
internal sealed class PackageReading(PackageForm form, ProviderRecords records, Actor actor, LocalDate today)
{
    private const int MinutesMin = 15;
    private const int MinutesMax = 48 * 60;
    private const int PoundsMax = 100_000;
    private const int HoursMax = 24 * 7 * 3;
    private const int PencePerPound = 100;
    private const int MinutesPerHour = 60;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Dictionary<string, string> faults = new(StringComparer.Ordinal);

    /// <summary>What is wrong, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Faults => faults;

    /// <summary>The package; <c>null</c> where something is wrong.</summary>
    public PackageRequest? Read()
    {
        PackageRequest package = new()
        {
            Name = Text("Name", form.Name, "Write the person's name."),
            Team = new TeamId(Chosen("Team", form.Team, records.Teams.Select(team => team.Id.Value).Where(actor.Sees), "Choose the team that would support the person.")),
            Council = new CouncilId(Chosen("Council", form.Council, records.Councils.Select(council => council.Id.Value), "Choose the council that awards the fund.")),
            Near = new PlaceId(Chosen("Near", form.Near, records.Places.Select(place => place.Id.Value), "Choose the known place that is nearest.")),
            Address = string.IsNullOrWhiteSpace(form.Address) ? null : form.Address.Trim(),
            WeeklyPence = (long)(Number("WeeklyPounds", form.WeeklyPounds, PoundsMax, "Write pounds a week, such as 420 or 420.50.") * PencePerPound),
            WeeklyMinutes = string.IsNullOrWhiteSpace(form.WeeklyHours) ? null : (long)(Number("WeeklyHours", form.WeeklyHours, HoursMax, "Write hours a week, such as 21 or 21.5, or leave it empty.") * MinutesPerHour),
            From = FirstDay(),
            Need = form.Need,
            Workers = form.Workers is >= 1 and <= 3 ? form.Workers : 1,
            Competencies = [.. form.Skills.Distinct(StringComparer.Ordinal).Select(skill => new Competency(skill))],
            Requirements = Requirements(),
            Times = Times(),
        };
        return faults.Count == 0 ? package : null;
    }

    private string Text(string field, string? value, string remedy)
    {
        if (string.IsNullOrWhiteSpace(value))
            faults[field] = $"This is empty. {remedy}";
        return value?.Trim() ?? "";
    }

    private string Chosen(string field, string? value, IEnumerable<string> known, string remedy)
    {
        if (!known.Contains(value, StringComparer.Ordinal))
            faults[field] = string.IsNullOrEmpty(value) ? remedy : $"'{value}' is not known. {remedy}";
        return value ?? "";
    }

    private decimal Number(string field, string? value, int max, string remedy)
    {
        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0 && number <= max)
            return number;
        faults[field] = string.IsNullOrWhiteSpace(value) ? $"This is empty. {remedy}" : $"'{value}' does not lie between 0 and {max}. {remedy}";
        return 0;
    }

    private LocalDate FirstDay()
    {
        var read = LocalDatePattern.Iso.Parse(form.From ?? "");
        if (!read.Success)
            faults["From"] = $"'{form.From}' is no date. Choose the first day.";
        else if (read.Value < today)
            faults["From"] = $"{read.Value.ToString("d MMMM uuuu", CultureInfo.InvariantCulture)} is over. Choose today or a later day.";
        return read.Success ? read.Value : today;
    }

    private ImmutableArray<LawfulRequirement> Requirements()
    {
        if (string.IsNullOrWhiteSpace(form.Gender))
            return [];
        string reason = Text("GenderReason", form.GenderReason, "The law allows it where there is a reason, such as personal care: write it down.");
        return [new LawfulRequirement { Kind = RequirementKind.Gender, Value = form.Gender.Trim(), Reason = reason }];
    }

    private ImmutableArray<RequestTime> Times()
    {
        if (form.Times.All(time => time.IsEmpty))
            faults["Times[0].Days"] = "No time is given. Choose the days, and write when and how long.";
        return [.. form.Times.Select((time, at) => (time, at)).Where(row => !row.time.IsEmpty).Select(row => Time(row.time, $"Times[{row.at}]"))];
    }

    private RequestTime Time(TimeForm time, string field)
    {
        if (time.Days.Count == 0)
            faults[$"{field}.Days"] = "No day is chosen. Choose at least one.";
        LocalTime earliest = OfDay($"{field}.Earliest", time.Earliest);
        LocalTime latest = string.IsNullOrWhiteSpace(time.Latest) ? earliest : OfDay($"{field}.Latest", time.Latest);
        if (latest < earliest)
            faults[$"{field}.Latest"] = $"{Clock.Format(latest)} is before the earliest start, {Clock.Format(earliest)}. Swap the two.";
        if (!int.TryParse(time.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) || minutes is < MinutesMin or > MinutesMax)
            faults[$"{field}.Minutes"] = $"'{time.Minutes}' is no length. Write minutes, from {MinutesMin} to {MinutesMax}.";
        return new RequestTime { Days = [.. time.Days.Distinct().Order()], EarliestStart = earliest, LatestStart = latest, WantedStart = latest == earliest ? null : earliest, Minutes = minutes };
    }

    private LocalTime OfDay(string field, string? text)
    {
        var read = Clock.Parse(text ?? "");
        if (!read.Success)
            faults[field] = $"'{text}' is no time of day. Write it such as 08:30.";
        return read.Success ? read.Value : LocalTime.Midnight;
    }
}
