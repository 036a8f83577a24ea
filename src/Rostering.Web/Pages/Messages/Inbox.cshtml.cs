using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Messages;
using Rostering.Core.Messages.Push;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Messages;

/// <summary>One's own messages, the unread first, and where else they are sent.</summary>
public sealed class InboxModel(ReadInbox readInbox, ReadContacts readContacts, MarkMessage markMessage, SetContact setContact, KeepDevices keepDevices) : PageModel
{
    public ReadInbox.Result Inbox { get; private set; } = null!;
    public IReadOnlyList<ContactField> Contacts { get; private set; } = [];

    /// <summary>One's devices; <c>null</c> where this house sends no notices.</summary>
    public KeepDevices.Result? Devices { get; private set; }

    /// <summary>Why this device was not added.</summary>
    public string? DeviceFault { get; private set; }

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
        if (!Reader.Of(User.Actor()).Contains(to) || !channel.TakesAddress())
            return NotFound();
        if (await setContact.HandleAsync(HttpContext.Act("chose where messages go"), new SetContact.Request(to, channel, address), cancellation) is not { } fault)
            return RedirectToPage();

        await LoadAsync(before: null, cancellation);
        Contacts = [.. Contacts.Select(field => field.Reader == to && field.Channel == channel ? field with { Address = address, Fault = fault } : field)];
        return Page();
    }

    public async Task<IActionResult> OnPostAddDeviceAsync(KeepDevices.Request device, CancellationToken cancellation)
    {
        DeviceFault = await keepDevices.AddAsync(HttpContext.Act("wanted notices on a device"), device, cancellation);
        if (DeviceFault is null)
            return ToDevices();
        await LoadAsync(before: null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveDeviceAsync(long id, CancellationToken cancellation) =>
        await keepDevices.RemoveAsync(HttpContext.Act("wanted no more notices on a device"), id, cancellation) ? ToDevices() : NotFound();

    private RedirectToPageResult ToDevices() => RedirectToPage(pageName: null, pageHandler: null, fragment: "notices");

    private async Task LoadAsync(long? before, CancellationToken cancellation)
    {
        var actor = User.Actor();
        Inbox = await readInbox.HandleAsync(actor, before, cancellation);
        Devices = await keepDevices.OfAsync(actor, cancellation);
        Contacts = [.. (await readContacts.HandleAsync(actor, cancellation)).Select(contact => new ContactField(contact.Reader, contact.Channel, contact.Address))];
    }
}

/// <summary>A field for an address, and what is wrong with what was put into it.</summary>
public sealed record ContactField(Reader Reader, Channel Channel, string? Address)
{
    public string? Fault { get; init; }

    public string Field => $"{Channel}-{Reader.Kind}-{Reader.Id}".ToLowerInvariant();

    public string Label => Reader.Kind == ReaderKind.Person ? $"{Way} for messages about {Reader.Id}" : Reader.Kind == ReaderKind.User ? $"{Way} for messages to your account" : Way;

    /// <summary>What the field holds, for keyboards and for what browsers fill in.</summary>
    public string Kind => Channel == Channel.Mail ? "email" : "tel";

    private string Way => Channel == Channel.Mail ? "Mail address" : "Mobile number";
}
