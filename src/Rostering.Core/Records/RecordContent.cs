using System.Collections.Immutable;
using Rostering.Core.Cover;
using Rostering.Core.Requests;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>Which type a kind of record has, and what id a record goes by.</summary>
public static class RecordContent
{
    public static Type TypeOf(RecordKind kind) => kind switch
    {
        RecordKind.House => typeof(HouseTerms),
        RecordKind.CoverTerms => typeof(CoverTerms),
        RecordKind.Council => typeof(Council),
        RecordKind.Team => typeof(ServiceTeam),
        RecordKind.Place => typeof(Place),
        RecordKind.Person => typeof(Person),
        RecordKind.Fund => typeof(Fund),
        RecordKind.Worker => typeof(WorkerRecord),
        RecordKind.Request => typeof(SupportRequest),
        RecordKind.DateChange => typeof(DateChange),
        RecordKind.Pin => typeof(Pin),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of record."),
    };

    /// <summary>The kind and id of a record.</summary>
    public static (RecordKind Kind, string Id) KeyOf(object record) => record switch
    {
        HouseTerms => (RecordKind.House, HouseTerms.Id),
        CoverTerms terms => (RecordKind.CoverTerms, terms.From.Iso()),
        Council council => (RecordKind.Council, council.Id.Value),
        ServiceTeam team => (RecordKind.Team, team.Id.Value),
        Place place => (RecordKind.Place, place.Id.Value),
        Person person => (RecordKind.Person, person.Id.Value),
        Fund fund => (RecordKind.Fund, fund.Id.Value),
        WorkerRecord worker => (RecordKind.Worker, worker.Id.Value),
        SupportRequest request => (RecordKind.Request, request.Id.Value),
        DateChange change => (RecordKind.DateChange, VisitIds.Of(change.Request, change.Date).Value),
        Pin pin => (RecordKind.Pin, $"{pin.Visit}/{pin.Worker}"),
        _ => throw new ArgumentException($"A {record.GetType().Name} is no record.", nameof(record)),
    };

    /// <summary>The fields that a record goes by, and keeps for as long as it is there.</summary>
    public static ImmutableArray<string> KeyFields(RecordKind kind) => kind switch
    {
        RecordKind.House => [],
        RecordKind.CoverTerms => ["from"],
        RecordKind.DateChange => ["request", "date"],
        RecordKind.Pin => ["visit", "worker"],
        _ => ["id"],
    };

    /// <summary>Whether a record says its id in a field of that name.</summary>
    public static bool HasId(RecordKind kind) => KeyFields(kind) is ["id"];

    /// <summary>Reads the content of a stored version.</summary>
    public static object Read(RecordKind kind, string content) => RecordJson.Read(TypeOf(kind), content);

    /// <summary>Writes a record as a version stores it.</summary>
    public static string Write(object record) => RecordJson.Write(record);
}
