using NodaTime;
using Rostering.Core.Access;

namespace Rostering.Core.Cover;

/// <summary>The application itself, where it acts because time passed and not because somebody asked.</summary>
internal static class House
{
    public static Act Act(long provider, Instant at, string why) => new(new Actor { UserId = 0, Name = "Rostering", ProviderId = provider, Roles = [] }, at, why);
}
