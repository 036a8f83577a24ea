using Rostering.Core.Jobs;
using Rostering.Core.Messages;
using Rostering.Core.Tests.Messages;

namespace Rostering.Core.Tests.Jobs;

public sealed class SendMessagesJobTests
{
    [Test]
    public async Task Schedule_MessageWaits_IsSentWithoutAnybodyAsking()
    {
        await using var post = await Post.OpenAsync();
        await post.TellAsync("By itself");

        await using (var running = await RunningScheduler.StartAsync(post.ConnectionString, SendMessagesJob.Key))
            await running.RunAsync();

        Assert.That((await post.CopyAsync(Channel.Inbox)).SentAt, Is.Not.Null);
    }
}
