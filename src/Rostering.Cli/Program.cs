using System.CommandLine;
using Rostering.Cli.Commands;

RootCommand root = new("Weekly rotas for social care: generate, solve, check and explain. Exit codes: 0 done, 1 violations found, 2 bad input, 3 nothing feasible, 4 engine failed.")
{
    DemoCommand.Create(),
    SolveCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    EngineCommand.Create(),
    FirstWeekCommand.Create(),
    SignInLinkCommand.Create(),
    ProviderCommand.Create(),
    LedgerCommand.Create(),
    StatementCommand.Create(),
    StatementCommand.CreateForAll(),
};

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && !args.Contains("--help"))
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync($"See: rostering {parsed.CommandResult.Command.Name} --help");
    return ExitCodes.BadInput;
}

return await ExitCodes.GuardAsync(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) }));
