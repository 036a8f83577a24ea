using NodaTime;

namespace Rostering.Web.Tests;

/// <summary>A clock that stands still.</summary>
internal sealed class Still(Instant at) : IClock
{
    public Instant GetCurrentInstant() => at;
}
