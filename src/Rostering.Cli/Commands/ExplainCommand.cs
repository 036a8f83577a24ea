using System.CommandLine;
using Rostering.Cli.Printing;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering explain</c>: why a visit has whom it has, or nobody.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<FileInfo> problem = new("problem") { Description = "The week's problem file" };
        Argument<FileInfo> rota = new("rota") { Description = "The rota file" };
        Option<string> visit = new("--visit") { Description = "Id of the visit", Required = true };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("explain", "Explain a visit: why this worker, who else could, who could not and why.") { problem, rota, visit, json };
        command.SetAction(parsed => Run(parsed.GetValue(problem)!, parsed.GetValue(rota)!, parsed.GetValue(visit)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo problemFile, FileInfo rotaFile, string id, bool json)
    {
        RotaProblem problem = Files.ReadProblem(problemFile);
        WeeklyRota rota = Files.ReadRota(rotaFile, problem);
        PreparedProblem prepared = PreparedProblem.From(problem, rota);
        if (!prepared.Index.Visits.TryGetValue(new VisitId(id), out int visit))
        {
            throw new BadInputException($"--visit '{id}' is no visit of {problemFile.Name}; the first is '{problem.Visits.FirstOrDefault()?.Id}'.");
        }

        VisitExplanation explanation = new VisitExplainer(Schedules.From(prepared, rota)).Explain(visit);
        Console.Write(json ? ExplanationJson.Text(explanation) : ExplanationPrinter.Text(explanation));
        return ExitCodes.Done;
    }
}
