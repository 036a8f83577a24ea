using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Messages;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Messages;

/// <summary>One's own messages, the unread first, and where else they are sent.</summary>
public sealed class InboxModel(ReadInbox readInbox, ReadContacts readContacts, MarkMessage markMessage, SetContact setContact) : PageModel
{
    public ReadInbox.Result Inbox { get; private set; } = null!;
    public IReadOnlyList<ContactField> Contacts { get; private set; } = [];

    public Task OnGetAsync(long? before, CancellationToken cancellation) => LoadAsync(before, cancellation);

    public async Task<IActionResult> OnPostMarkAsync(long id, bool read, CancellationToken cancellation)
    {
        if (!await markMessage.HandleAsync(HttpContext.Act("read a message"), id, read, cancellation))
            return NotFound();
        return RedirectToPage(pageName: null, pageHandler: null, fragment: $"message-{id}");
    }

    public async Task<IActionResult> OnPostContactAsync(ReaderKind reader, string id, Channel channel, string? address, CancellationToken cancellation)
    {
        var to = new Reader(reader, id);
        if (!Reader.Of(User.Actor()).Contains(to))
            return NotFound();
        if (await setContact.HandleAsync(HttpContext.Act("chose where messages go"), new SetContact.Request(to, channel, address), cancellation) is not { } fault)
            return RedirectToPage();

        await LoadAsync(before: null, cancellation);
        Contacts = [.. Contacts.Select(field => field.Reader == to && field.Channel == channel ? field with { Address = address, Fault = fault } : field)];
        return Page();
    }

    private async Task LoadAsync(long? before, CancellationToken cancellation)
    {
        var actor = User.Actor();
        Inbox = await readInbox.HandleAsync(actor, before, cancellation);
        Contacts = [.. (await readContacts.HandleAsync(actor, cancellation)).Select(contact => new ContactField(contact.Reader, contact.Channel, contact.Address))];
    }
}

/// <summary>A field for an address, and what is wrong with what was put into it.</summary>
public sealed record ContactField(Reader Reader, Channel Channel, string? Address)
{
    public string? Fault { get; init; }

    public string Field => $"{Channel}-{Reader.Kind}-{Reader.Id}".ToLowerInvariant();

    public string Label => Reader.Kind == ReaderKind.Person ? $"{Way} for messages about {Reader.Id}" : Reader.Kind == ReaderKind.User ? $"{Way} for messages to your account" : Way;

    public string Keyboard => Channel switch { Channel.Mail => "email", Channel.Sms => "tel", _ => "text" };

    public string Autocomplete => Channel switch { Channel.Mail => "email", Channel.Sms => "tel", _ => "off" };

    private string Way => Channel switch { Channel.Mail => "Mail address", Channel.Sms => "Mobile number", _ => "Telephone notices: the code from your gateway" };
}
