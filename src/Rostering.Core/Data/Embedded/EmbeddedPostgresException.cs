namespace Rostering.Core.Data.Embedded;

/// <summary>The embedded PostgreSQL cannot be had here; the message says what is in the way and what to do about it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
