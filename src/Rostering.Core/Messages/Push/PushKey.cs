using NodaTime;

namespace Rostering.Core.Messages.Push;

/// <summary>The key pair by which push services know this installation. Like the keys of cookies it is kept in the database and shown nowhere.</summary>
public sealed class PushKey
{
    public int Id { get; private set; }
    public required byte[] Pkcs8 { get; init; }
    public required Instant MadeAt { get; init; }
}
