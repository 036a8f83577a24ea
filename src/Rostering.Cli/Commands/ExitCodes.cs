using System.Data.Common;
using Rostering.Core.Data.Embedded;
using Rostering.CpSat.Engine;

namespace Rostering.Cli.Commands;

/// <summary>What the program's exit code says; others script against these.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Violations = 1;
    public const int BadInput = 2;
    public const int NothingFeasible = 3;
    public const int EngineFailed = 4;

    /// <summary>What shells expect of a program ended by Ctrl-C.</summary>
    private const int Interrupted = 130;

    /// <summary>Turns what went wrong into a message and a code.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (BadInputException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return BadInput;
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Check the path and its permissions.");
            return BadInput;
        }
        catch (UnauthorizedAccessException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Check the path and its permissions.");
            return BadInput;
        }
        catch (Exception e) when (e is EmbeddedPostgresException or DbException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped before there was anything to keep.");
            return Interrupted;
        }
        catch (EngineException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return EngineFailed;
        }
    }
}

/// <summary>A file or an option that cannot be used, said in full.</summary>
internal sealed class BadInputException(string message) : Exception(message);
