using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Messages.Push;

/// <summary>Reads the key pair of this installation, which the first who needs it makes.</summary>
public sealed class ReadPushKey(RosteringContext database, IClock clock)
{
    /// <summary>The public half, with which browsers subscribe.</summary>
    public async Task<string> PublicAsync(CancellationToken cancellation)
    {
        using var key = await OpenAsync(cancellation);
        return Vapid.Public(key);
    }

    /// <summary>The pair, for whoever signs with it and then lets go of it.</summary>
    internal async Task<ECDsa> OpenAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } kept)
        {
            await MakeAsync(cancellation);
            kept = await database.PushKeys.Select(row => row.Pkcs8).SingleAsync(cancellation);
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(kept, out _);
        return key;
    }

    private Task<byte[]?> FindAsync(CancellationToken cancellation) => database.PushKeys.Select(row => row.Pkcs8).SingleOrDefaultAsync(cancellation);

    // Of two who make one at once, the first one's counts.
    private async Task MakeAsync(CancellationToken cancellation)
    {
        using var key = ECDsa.Create(P256.Curve);
        var (pkcs8, now) = (key.ExportPkcs8PrivateKey(), clock.GetCurrentInstant().ToDateTimeUtc());
        await database.Database.ExecuteSqlAsync($"insert into access.push_key (pkcs8, made_at) values ({pkcs8}, {now}) on conflict do nothing", cancellation);
    }
}
