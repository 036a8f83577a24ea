namespace Rostering.Core.Messages;

/// <summary>A way on which a message reaches its reader.</summary>
public enum Channel { Inbox, Mail, Sms, Push }

/// <summary>What is said of channels.</summary>
public static class Channels
{
    /// <summary>Whether a reader says where the channel takes messages. The inbox is known, and devices tell themselves.</summary>
    public static bool TakesAddress(this Channel channel) => channel is Channel.Mail or Channel.Sms;
}
