using System.CommandLine;
using Rostering.Cli.Printing;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering check</c>: judges a rota by the rules alone.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<FileInfo> problem = new("problem") { Description = "The week's problem file" };
        Argument<FileInfo> rota = new("rota") { Description = "The rota file" };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("check", "Check a rota against every rule, and score it.") { problem, rota, json };
        command.SetAction(parsed => Run(parsed.GetValue(problem)!, parsed.GetValue(rota)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo problemFile, FileInfo rotaFile, bool json)
    {
        RotaProblem problem = Files.ReadProblem(problemFile);
        RotaCheck check = RotaChecker.Check(problem, Files.ReadRota(rotaFile, problem));
        Console.Write(json ? CheckJson.Text(check) : CheckPrinter.Text(check));
        return check.HardViolations.IsEmpty ? ExitCodes.Done : ExitCodes.Violations;
    }
}
