using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>Sets where one's own messages go beside the inbox, or that they no longer go there.</summary>
public sealed partial class SetContact(RosteringContext database)
{
    /// <summary>A reader that the actor is, a channel, and an address on it; without an address nothing more is sent there.</summary>
    public sealed record Request(Reader Reader, Channel Channel, string? Address);

    /// <summary>Why it was not set, in words for the one who asked; <c>null</c> where it was.</summary>
    public async Task<string?> HandleAsync(Act act, Request request, CancellationToken cancellation)
    {
        if (!Reader.Of(act.By).Contains(request.Reader))
            throw new InvalidOperationException($"{act.By.Name} is not {request.Reader}.");
        if (!request.Channel.TakesAddress())
            throw new InvalidOperationException($"The channel {request.Channel} takes no address.");
        var address = request.Address?.Trim() is { Length: > 0 } given ? given : null;
        if (address is not null && Fault(request.Channel, address) is { } fault)
            return fault;

        var contact = await database.MessageContacts.SingleOrDefaultAsync(
            row => row.ProviderId == act.By.ProviderId && row.ToKind == request.Reader.Kind && row.ToId == request.Reader.Id && row.Channel == request.Channel,
            cancellation);
        if (contact?.Address != address)
        {
            Set(act, request, contact, address);
            database.AuditEntries.Add(AuditEntry.Of(act, "messages.contact", $"{SnakeCase.Of(request.Reader.Kind)}/{request.Reader.Id}"));
            await database.SaveChangesAsync(cancellation);
        }

        return null;
    }

    private void Set(Act act, Request request, MessageContact? contact, string? address)
    {
        if (contact is null)
        {
            database.MessageContacts.Add(new MessageContact
            {
                ProviderId = act.By.ProviderId,
                ToKind = request.Reader.Kind,
                ToId = request.Reader.Id,
                Channel = request.Channel,
                Address = address!,
            });
        }
        else if (address is null)
        {
            database.MessageContacts.Remove(contact);
        }
        else
        {
            contact.Address = address;
        }
    }

    private static string? Fault(Channel channel, string address) => channel switch
    {
        Channel.Mail when !(MailAddress.TryCreate(address, out var mail) && mail.Address == address) =>
            $"'{address}' is no mail address: it needs a name, an @ and a domain, such as ann@example.org.",
        Channel.Sms when !Telephone().IsMatch(address) =>
            $"'{address}' is no mobile number: write it with its country, such as +447700900123.",
        _ when address.Length is < 3 or > 200 => $"The address has {address.Length} characters; it may have from 3 to 200.",
        _ => null,
    };

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();
}
