namespace Rostering.Core.Messages;

/// <summary>Hands messages of one channel to whoever carries them on.</summary>
public interface IMessageSender
{
    Channel Channel { get; }

    /// <summary>Hands one over. Whatever it throws may pass, and the message is tried again.</summary>
    Task<Handover> SendAsync(Message message, CancellationToken cancellation);
}

/// <summary>What became of a message that was handed over.</summary>
public abstract record Handover
{
    private Handover()
    {
    }

    public sealed record Taken : Handover;

    /// <summary>It will never be taken as it is.</summary>
    public sealed record Refused(string Reason) : Handover;

    /// <summary>It may be taken later.</summary>
    public sealed record Postponed(string Reason) : Handover
    {
        /// <summary>Whether asking again within seconds may help.</summary>
        public bool AtOnce { get; init; } = true;
    }
}
