using Microsoft.EntityFrameworkCore;
using NodaTime;
using Polly;
using Polly.Retry;
using Rostering.Core.Data;

namespace Rostering.Core.Messages;

/// <summary>
/// Sends what is due. Any number of senders may run at once, on any number of machines: each message is claimed by one. A sender that
/// dies with a message in hand leaves it claimed; when the claim has run out another sends that one message again and marks it as
/// perhaps repeated.
/// </summary>
public sealed class SendMessages(RosteringContext database, IEnumerable<IMessageSender> senders, MessageOptions options, IClock clock)
{
    private readonly Dictionary<Channel, IMessageSender> senders = senders.ToDictionary(sender => sender.Channel);

    private readonly ResiliencePipeline<Handover> pipeline = new ResiliencePipelineBuilder<Handover>()
        .AddRetry(new RetryStrategyOptions<Handover>
        {
            ShouldHandle = new PredicateBuilder<Handover>().HandleResult(handover => handover is Handover.Postponed { AtOnce: true }),
            MaxRetryAttempts = MessageOptions.RepeatsMax,
            BackoffType = DelayBackoffType.Exponential,
            Delay = options.RepeatAfter,
            UseJitter = true,
        })
        .Build();

    /// <summary>How many messages a run handed over, put off, and gave up.</summary>
    public sealed record Result(int Sent, int Postponed, int Failed);

    /// <summary>Sends until nothing is due, or until it is told to stop; a message in hand is finished first.</summary>
    public async Task<Result> HandleAsync(CancellationToken stop)
    {
        HashSet<Channel> open = [Channel.Inbox, .. senders.Keys];
        int sent = 0, postponed = 0, failed = 0;
        while (!stop.IsCancellationRequested && await ClaimAsync(open) is { } message)
        {
            var handover = await HandOverAsync(message);
            await RecordAsync(message, handover);
            sent += message.SentAt is null ? 0 : 1;
            failed += message.FailedAt is null ? 0 : 1;
            if (handover is Handover.Postponed)
            {
                // Whoever did not take this one will hardly take the next: the rest of the channel waits for the next run. Notices go to
                // many servers, and their sender knows which of them is silent.
                if (message.Channel != Channel.Push)
                    open.Remove(message.Channel);
                postponed += message.FailedAt is null ? 1 : 0;
            }
        }

        return new Result(sent, postponed, failed);
    }

    private async Task<Message?> ClaimAsync(HashSet<Channel> channels)
    {
        database.ChangeTracker.Clear();
        var now = clock.GetCurrentInstant();
        var (due, until) = (now.ToDateTimeUtc(), (now + options.Claim).ToDateTimeUtc());
        string[] names = [.. channels.Select(channel => SnakeCase.Of(channel))];
        var claimed = await database.Messages.FromSql($"""
            update message set attempts = attempts + 1, may_repeat = may_repeat or (claimed_until is not null and channel <> 'inbox'), claimed_until = {until}
            where id = (
              select id from message
              where sent_at is null and failed_at is null and send_after <= {due} and channel = any({names})
                and (claimed_until is null or claimed_until <= {due})
              order by send_after, id limit 1
              for update skip locked)
            returning *
            """).ToListAsync(CancellationToken.None);
        return claimed.SingleOrDefault();
    }

    private async Task<Handover> HandOverAsync(Message message) => message.Channel == Channel.Inbox
        ? new Handover.Taken()
        : message.GoodUntil <= clock.GetCurrentInstant() ? new Handover.Refused("It came to nothing in time: nobody can do anything about it any more.")
        : await pipeline.ExecuteAsync(async _ => await TryAsync(senders[message.Channel], message), CancellationToken.None);

    private async ValueTask<Handover> TryAsync(IMessageSender sender, Message message)
    {
        using CancellationTokenSource timeout = new(options.Timeout);
        try
        {
            return await sender.SendAsync(message, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Handover.Postponed($"No answer within {options.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or FormatException)
        {
            return e is FormatException ? new Handover.Refused($"The address '{message.Address}' is none: {e.Message}") : new Handover.Postponed(e.Message);
        }
    }

    private async Task RecordAsync(Message message, Handover handover)
    {
        var now = clock.GetCurrentInstant();
        message.ClaimedUntil = null;
        switch (handover)
        {
            case Handover.Taken:
                (message.SentAt, message.Failure) = (now, null);
                await MessageCopies.AddAsync(database, message, senders.Keys);
                break;
            case Handover.Refused refused:
                (message.FailedAt, message.Failure) = (now, refused.Reason);
                break;
            case Handover.Postponed postponed:
                (message.SendAfter, message.Failure) = (now + options.WaitAfter(message.Attempts), postponed.Reason);
                message.FailedAt = message.Attempts >= options.AttemptsMax ? now : null;
                break;
        }

        await database.SaveChangesAsync(CancellationToken.None);
    }
}
