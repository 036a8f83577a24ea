using Rostering.Core.Access;

namespace Rostering.Core.Messages;

/// <summary>As what somebody is written to.</summary>
public enum ReaderKind { Worker, Person, User }

/// <summary>Whom a message is for: a worker or a person by the id of the provider's records, or one who signs in.</summary>
public sealed record Reader(ReaderKind Kind, string Id)
{
    public static Reader Worker(string id) => new(ReaderKind.Worker, id);

    /// <summary>The person, and whoever represents them.</summary>
    public static Reader Person(string id) => new(ReaderKind.Person, id);

    public static Reader User(long id) => new(ReaderKind.User, FormattableString.Invariant($"{id}"));

    /// <summary>As whom one who is signed in reads messages, first of all as themselves.</summary>
    public static IReadOnlyList<Reader> Of(Actor actor) =>
    [
        User(actor.UserId),
        .. actor.WorkerId is { } worker ? [Worker(worker)] : Array.Empty<Reader>(),
        .. actor.PersonIds.Select(Person),
    ];
}
