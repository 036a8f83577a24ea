using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Demands;

/// <summary>
/// Fifty services of one person each, in a team of their own [000:225, 000:472]. Packages run from round the clock, through packages
/// being unpicked a step at a time [000:217], to three small ones bought with a direct payment.
/// </summary>
internal sealed class OakwoodDemand(DemandBook book, Dice dice)
{
    private static readonly (OakwoodPackage Package, int Services)[] Mix =
    [
        (OakwoodPackage.RoundTheClock, 10), (OakwoodPackage.WakingNights, 2), (OakwoodPackage.AfternoonsAlone, 5),
        (OakwoodPackage.WeekNightsAlone, 6), (OakwoodPackage.NightsAlone, 6), (OakwoodPackage.Daily, 13), (OakwoodPackage.Small, 4),
        (OakwoodPackage.DirectPayment, 3), (OakwoodPackage.NightOut, 1),
    ];

    /// <summary>Pay follows the budget: at least the Real Living Wage of £13.45, and more where the budget allows (steps assumed).</summary>
    private static readonly int[] PencePerHour = [1_345, 1_345, 1_375, 1_410, 1_450];

    /// <summary>Eight staff on three services bought with direct payments [000:225], so one of them has two.</summary>
    private int directPayments;

    public void Draw()
    {
        var cinemas = Localities.Lanarkshire.ToDictionary(place => place.Name, place => book.Places.Public(place, $"Cinema, {place.Name}"));
        var office = book.Places.Public(Localities.Lanarkshire[0], "Oakwood office");
        var packages = dice.Shuffled(Mix.SelectMany(part => Enumerable.Repeat(part.Package, part.Services)));
        for (var index = 0; index < packages.Length; index++)
        {
            var locality = Localities.Lanarkshire[index % Localities.Lanarkshire.Count];
            var person = AddPerson(locality, packages[index]);
            AddPackage(person, packages[index], cinemas[locality.Name]);
        }

        AddGatherings(office);
    }

    private DraftPerson AddPerson(Locality locality, OakwoodPackage package)
    {
        var small = package >= OakwoodPackage.Small;
        var service = book.AddService(
            $"{locality.Name} {book.Services.Count + 1}",
            locality,
            dice.Pick(PencePerHour),
            StaffMin(package),
            package == OakwoodPackage.NightOut);
        return book.AddPerson(service, new PersonTraits
        {
            Needs = package switch
            {
                OakwoodPackage.WakingNights => [Skills.MovingAndHandling],
                _ when small => [],
                _ => PersonTraits.DrawNeeds(dice),
            },
            SameGenderOnly = !small && dice.Chance(14),
            Language = package == OakwoodPackage.Small && dice.Chance(25) ? "Polish" : null,
            KnownWorkersOnly = dice.Chance(16),
            MoneyLimits = true,
        });
    }

    private int StaffMin(OakwoodPackage package) => package switch
    {
        OakwoodPackage.WakingNights => 8,
        OakwoodPackage.DirectPayment when directPayments++ == 0 => 2,
        _ => 3,
    };

    private void AddPackage(DraftPerson person, OakwoodPackage package, Place cinema)
    {
        for (var day = 0; day < 7; day++)
        {
            if (package < OakwoodPackage.Daily)
                AddPackageDay(person, package, day);
            else if (package == OakwoodPackage.Daily && day != 5)
                AddDailySupport(person, day);
        }

        if (package == OakwoodPackage.Daily)
            AddSaturdayOut(person, cinema);
        else if (package > OakwoodPackage.Daily)
            AddSmallPackage(person);
    }

    private void AddPackageDay(DraftPerson person, OakwoodPackage package, int day)
    {
        switch (package)
        {
            case OakwoodPackage.RoundTheClock:
                AddMorning(person, day, 450);
                Add(person, At(day, 14, 30), 450);
                AddNight(person, VisitKind.Sleepover, At(day, 22), 540);
                break;
            case OakwoodPackage.WakingNights:
                AddDoubleUp(person, At(day, 7, 30));
                Add(person, At(day, 9), 330);
                Add(person, At(day, 14, 30), 330);
                AddDoubleUp(person, At(day, 20));
                AddNight(person, VisitKind.WakingNight, At(day, 21, 30), 600);
                break;
            case OakwoodPackage.AfternoonsAlone or OakwoodPackage.WeekNightsAlone:
                AddMorning(person, day, 300);
                Add(person, At(day, 16), 360);
                if (package == OakwoodPackage.AfternoonsAlone || day >= 4)
                    AddNight(person, VisitKind.Sleepover, At(day, 22), 540);
                break;
            default:
                Add(person, At(day, 8), 150, flex: 15);
                Add(person, At(day, 12), 120, flex: 15);
                Add(person, At(day, 17), 300, flex: 15);
                break;
        }
    }

    /// <summary>A morning from 07:00; on four days a week its second part is spent out and about, often with another worker.</summary>
    private void AddMorning(DraftPerson person, int day, int minutes)
    {
        if (day is 0 or 2 or 6)
        {
            Add(person, At(day, 7), minutes);
            return;
        }

        Add(person, At(day, 7), 150);
        Add(person, At(day, 9, 30), minutes - 150);
    }

    private void AddDailySupport(DraftPerson person, int day)
    {
        Add(person, At(day, 8), dice.Pick([120, 150, 180]), flex: 30);
        if (day < 5 || dice.Chance(50))
            Add(person, At(day, 12, 30), dice.Pick([60, 90]), flex: 30);
        Add(person, At(day, 17, 30), dice.Pick([120, 150, 180]), flex: 30);
    }

    private void AddSaturdayOut(DraftPerson person, Place cinema)
    {
        Add(person, At(5, 8, 30), 120, flex: 30);
        book.AddCinema(person, cinema, At(5, 12));
    }

    private void AddSmallPackage(DraftPerson person)
    {
        foreach (var day in dice.Some(Enumerable.Range(0, 6), dice.Between(4, 5)).Order())
            book.Add(book.Visit(person, At(day, dice.Between(10, 15)), dice.Pick([120, 180, 240])) with { Flex = 30, Need = Need.Moderate });
    }

    private void AddGatherings(Place office)
    {
        foreach (var service in dice.Some(book.Services.Where(service => service.Demand > 60 * Hour), 10))
        {
            var at = At(dice.Between(0, 4), 13);
            book.Add(book.Gathering(service, VisitKind.Meeting, service.People[0].Home, at, 90) with { Flex = 60 });
        }

        foreach (var service in dice.Some(book.Services.Where(service => service.Demand > 60 * Hour), 5))
            book.Add(book.Gathering(service, VisitKind.Training, office, At(2, 10), 180) with { Need = Need.Moderate });
    }

    private void Add(DraftPerson person, int start, int minutes, int flex = 0) =>
        book.Add(book.Visit(person, start, minutes) with { Flex = flex, Need = dice.Chance(70) ? Need.Critical : Need.Substantial });

    private void AddDoubleUp(DraftPerson person, int start) =>
        book.Add(book.Visit(person, start, 90) with { Workers = 2, Need = Need.Critical });

    private void AddNight(DraftPerson person, VisitKind kind, int start, int minutes)
    {
        var night = book.Visit(person, start, minutes);
        book.Add(night with { Kind = kind, Need = Need.Critical, Competencies = night.Competencies.Add(Skills.Sssc) });
    }
}

/// <summary>Packages of support at Oakwood, from the largest to the smallest.</summary>
internal enum OakwoodPackage { RoundTheClock, WakingNights, AfternoonsAlone, WeekNightsAlone, NightsAlone, Daily, Small, DirectPayment, NightOut }
