using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages.Push;

/// <summary>Keeps the devices on which an account wants notices.</summary>
public sealed class KeepDevices(RosteringContext database, MessageOptions options, ReadPushKey readKey)
{
    /// <summary>How many devices an account may have.</summary>
    public const int DevicesMax = 10;

    private const int NameMax = 60;

    /// <summary>A name for the device, and its browser's subscription as the Push API words it.</summary>
    public sealed record Request(string? Name, string? Endpoint, string? P256dh, string? Auth);

    /// <summary>The key with which browsers subscribe, and the devices that there are.</summary>
    public sealed record Result(string Key, IReadOnlyList<NoticeDevice> Devices);

    /// <summary>The actor's devices, the first added first; <c>null</c> where this house sends no notices.</summary>
    public async Task<Result?> OfAsync(Actor actor, CancellationToken cancellation) => options.Push is null
        ? null
        : new Result(await readKey.PublicAsync(cancellation), await Own(actor).AsNoTracking().OrderBy(device => device.Id).ToListAsync(cancellation));

    /// <summary>Why a device was not added, in words for the one who asked; <c>null</c> where it was.</summary>
    public async Task<string?> AddAsync(Act act, Request request, CancellationToken cancellation)
    {
        if (new PushAddresses(options.Push).Fault(request.Endpoint) is { } closed)
            return closed;
        if (PointOf(request.P256dh) is not { } point || BytesOf(request.Auth) is not { Length: PushEncryption.SecretBytes } secret)
            return "Your browser gave no keys to encrypt notices with. Try again, or use another browser.";
        if (await database.NoticeDevices.AnyAsync(device => device.Endpoint == request.Endpoint, cancellation))
            return "This device has notices already. Load the page again.";
        if (await Own(act.By).CountAsync(cancellation) >= DevicesMax)
            return $"You have {DevicesMax} devices with notices. Remove one that you no longer use.";

        NoticeDevice device = new()
        {
            AccountId = act.By.UserId,
            Name = NameOf(request.Name),
            Endpoint = request.Endpoint!,
            PublicKey = point,
            AuthSecret = secret,
            AddedAt = act.At,
        };
        database.NoticeDevices.Add(device);
        database.AuditEntries.Add(AuditEntry.Of(act, "messages.add-device", $"device/{device.Name}"));
        await database.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Whether there was such a device of the actor's own, which gets no more notices.</summary>
    public async Task<bool> RemoveAsync(Act act, long id, CancellationToken cancellation)
    {
        if (await Own(act.By).SingleOrDefaultAsync(device => device.Id == id, cancellation) is not { } device)
            return false;
        database.NoticeDevices.Remove(device);
        database.AuditEntries.Add(AuditEntry.Of(act, "messages.remove-device", $"device/{device.Name}"));
        await database.SaveChangesAsync(cancellation);
        return true;
    }

    private IQueryable<NoticeDevice> Own(Actor actor) => database.NoticeDevices.Where(device => device.AccountId == actor.UserId);

    private static string NameOf(string? given) => given?.Trim() switch
    {
        null or "" => "Device",
        { Length: > NameMax } name => name[..NameMax],
        var name => name,
    };

    private static byte[]? PointOf(string? text)
    {
        if (BytesOf(text) is not { } point)
            return null;
        try
        {
            using var key = P256.Key(point);
            return point;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? BytesOf(string? text) => text is not null && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
