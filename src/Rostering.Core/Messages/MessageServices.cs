using Microsoft.Extensions.DependencyInjection;
using Rostering.Core.Messages.Push;

namespace Rostering.Core.Messages;

/// <summary>The parts that send messages, as a host needs them.</summary>
public static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services, MessageOptions options)
    {
        services.AddSingleton(options).AddScoped<SendMessages>().AddScoped<ReadPushKey>().AddScoped<KeepDevices>();
        if (options.Smtp is { } smtp)
            services.AddSingleton<IMessageSender>(new SmtpSender(smtp, options.Site));
        if (options.SmsWebhook is { } sms)
            services.AddSingleton<IMessageSender>(_ => new SmsSender(sms, options.Site, new HttpClient()));
        if (options.Push is { } push)
            services.AddPush(push);
        return services;
    }

    private static void AddPush(this IServiceCollection services, PushOptions push)
    {
        if (push.Contact is not { IsAbsoluteUri: true, Scheme: "mailto" or "https" })
            throw new InvalidOperationException($"{MessageOptions.Section}:Push:Contact is '{push.Contact}': write a mail address as mailto:it@example.org, or a page as https://…");
        services.AddSingleton(push).AddSingleton(_ => new PushPost(new PushAddresses(push))).AddScoped<IMessageSender, PushSender>();
    }
}
