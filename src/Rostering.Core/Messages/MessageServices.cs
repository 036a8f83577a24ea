using Microsoft.Extensions.DependencyInjection;

namespace Rostering.Core.Messages;

/// <summary>The parts that send messages, as a host needs them.</summary>
public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services, MessageOptions options)
    {
        services.AddSingleton(options).AddScoped<SendMessages>();
        if (options.Smtp is { } smtp)
            services.AddSingleton<IMessageSender>(new SmtpSender(smtp, options.Site));
        if (options.SmsWebhook is { } sms)
            services.AddSingleton<IMessageSender>(_ => new WebhookSender(Channel.Sms, sms, options.Site, new HttpClient()));
        if (options.PushWebhook is { } push)
            services.AddSingleton<IMessageSender>(_ => new WebhookSender(Channel.Push, push, options.Site, new HttpClient()));
        return services;
    }
}
