using Microsoft.EntityFrameworkCore;

namespace Rostering.Core.Data;

/// <summary>Brings a database up to the newest schema. Safe to call from several processes at once: EF Core holds a lock meanwhile.</summary>
public static class MigrateDatabase
{
    public static Task HandleAsync(RosteringContext database, CancellationToken cancellation) => database.Database.MigrateAsync(cancellation);
}
