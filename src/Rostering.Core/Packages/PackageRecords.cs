using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Packages;

/// <summary>The records that a package would make: the person, their home, their fund as agreed, and a request for each of the times.</summary>
internal sealed record PackageRecords(Person Person, Fund Fund, Place? Home, ImmutableArray<SupportRequest> Requests)
{
    private const int NameLengthMax = 40;

    /// <summary>What saving them changes.</summary>
    public ImmutableArray<RecordChange> Changes =>
    [
        RecordChange.To(Person, seen: 0), RecordChange.To(Fund, seen: 0), .. Homes.Select(home => RecordChange.To(home, seen: 0)),
        .. Requests.Select(request => RecordChange.To(request, seen: 0)),
    ];

    private ImmutableArray<Place> Homes => Home is null ? [] : [Home];

    /// <summary>All that a provider has on record, these among it.</summary>
    public ProviderRecords Beside(ProviderRecords known) => known with
    {
        People = known.People.Add(Person),
        Funds = known.Funds.Add(Fund),
        Places = known.Places.AddRange(Homes),
        Requests = known.Requests.AddRange(Requests),
    };

    /// <summary>The records by ids that no other record has or ever had.</summary>
    public static async Task<PackageRecords> OfAsync(RosteringContext database, long provider, PackageRequest package, ProviderRecords known, CancellationToken cancellation)
    {
        string id = FreeId(package.Name, (await database.RecordHeads.Where(head => head.ProviderId == provider).Select(head => head.Id).ToListAsync(cancellation)).ToHashSet(StringComparer.OrdinalIgnoreCase));
        Place? home = package.Address is { } address ? HomeOf(package, id, address, known) : null;
        Person person = new()
        {
            Id = new PersonId(id),
            Name = package.Name,
            Home = home?.Id ?? package.Near,
            Team = package.Team,
            Requirements = package.Requirements,
        };
        Fund fund = new()
        {
            Id = new FundId($"{id}-fund"),
            Person = person.Id,
            Council = package.Council,
            AvailablePence = package.WeeklyPence,
            AvailableMinutes = package.WeeklyMinutes,
        };
        return new PackageRecords(person, fund, home, [.. package.Times.Select((time, at) => Request(package, person, fund, time, at + 1))]);
    }

    private static SupportRequest Request(PackageRequest package, Person person, Fund fund, RequestTime time, int number) => new()
    {
        Id = new RequestId(FormattableString.Invariant($"{person.Id}-{number}")),
        What = "Support",
        Kind = VisitKind.Support,
        Shares = [new Share { Person = person.Id, Fund = fund.Id, Permille = 1000 }],
        Team = package.Team,
        Place = person.Home,
        From = package.From,
        Times = [time],
        Workers = package.Workers,
        Competencies = package.Competencies,
        Need = package.Need,
    };

    // Journeys are planned from the known place until somebody records where exactly the home lies.
    private static Place? HomeOf(PackageRequest package, string id, string address, ProviderRecords known) =>
        known.Places.FirstOrDefault(place => place.Id == package.Near) is { } near ? near with { Id = new PlaceId($"{id}-home"), Name = address } : null;

    private static string FreeId(string name, HashSet<string> taken)
    {
        string plain = Plain(name);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? plain : FormattableString.Invariant($"{plain}-{number}"))
            .First(id => !taken.Contains(id) && !taken.Contains($"{id}-fund") && !taken.Contains($"{id}-home") && !taken.Contains($"{id}-1"));
    }

    // Seonaid MacLeòid becomes seonaid-macleoid.
    private static string Plain(string name)
    {
        IEnumerable<char> letters = name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        string words = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "person" : words[..Math.Min(words.Length, NameLengthMax)].TrimEnd('-');
    }
}
