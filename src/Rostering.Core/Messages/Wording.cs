using System.Text.Json;

namespace Rostering.Core.Messages;

/// <summary>A message as it leaves the house.</summary>
internal static class Wording
{
    private const string Inbox = "/messages";

    private const string Repeat = "You may have had this message before: the program that was sending it was stopped.";

    /// <summary>What two copies of one message have in common.</summary>
    public static string Key(Message message) => FormattableString.Invariant($"message-{message.Id}");

    /// <summary>All of it.</summary>
    public static string Whole(Message message, Uri? site) =>
        string.Join("\n\n", new[] { message.MayRepeat ? Repeat : null, message.Body, Address(message, site) }.Where(part => part is not null));

    /// <summary>The subject and where to read on: text messages cross networks that anyone may listen to.</summary>
    public static string Short(Message message, Uri? site) => $"{message.Subject} {Address(message, site)}".TrimEnd();

    /// <summary>
    /// What a device reads: no more than a text message says, since locked screens are read by others. Of two copies with one key the second
    /// takes the place of the first.
    /// </summary>
    public static byte[] Notice(Message message) =>
        JsonSerializer.SerializeToUtf8Bytes(new { subject = message.Subject, link = message.Link ?? Inbox, key = Key(message) });

    private static string? Address(Message message, Uri? site) => site is null ? null : new Uri(site, message.Link ?? Inbox).ToString();
}
