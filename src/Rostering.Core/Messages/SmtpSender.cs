using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Rostering.Core.Messages;

/// <summary>Sends mail through the provider's mail server.</summary>
internal sealed class SmtpSender(SmtpOptions smtp, Uri? site) : IMessageSender
{
    private const int PermanentFrom = 500;

    public Channel Channel => Channel.Mail;

    public async Task<Handover> SendAsync(Message message, CancellationToken cancellation)
    {
        using SmtpClient client = new(smtp.Host, smtp.Port) { EnableSsl = smtp.Tls };
        if (smtp.UserName is not null)
            client.Credentials = new NetworkCredential(smtp.UserName, smtp.Password);

        using var mail = Compose(message);
        try
        {
            await client.SendMailAsync(mail, cancellation);
            return new Handover.Taken();
        }
        catch (SmtpException e)
        {
            var reason = e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
            return (int)e.StatusCode >= PermanentFrom ? new Handover.Refused(reason) : new Handover.Postponed(reason);
        }
    }

    private MailMessage Compose(Message message)
    {
        MailAddress from = new(smtp.From);
        return new MailMessage(from, new MailAddress(message.Address!))
        {
            Subject = message.Subject,
            Body = Wording.Whole(message, site),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
            Headers =
            {
                // Mail programs show two mails of one id once.
                ["Message-ID"] = $"<{Wording.Key(message)}@{from.Host}>",
                ["Auto-Submitted"] = "auto-generated",
            },
        };
    }
}
