using Rostering.Core.Tests.Cover;
using Rostering.Core.Tests.Finance;
using Rostering.Core.Tests.Messages;

namespace Rostering.Core.Tests;

/// <summary>This assembly as a program, for tests that kill one.</summary>
internal static class Program
{
    private static Task Main(string[] arguments) => arguments switch
    {
        [SendingProcess.Word, var mailServer] => SendingProcess.RunAsync(mailServer),
        [CoverProcess.Word, var provider, var worker, var at] => CoverProcess.RunAsync(provider, worker, at),
        [var first] => PostingProcess.RunAsync(first),
        _ => throw new InvalidOperationException($"No part of these tests starts it with '{string.Join(' ', arguments)}'."),
    };
}
