using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.TeamCap;

/// <summary>For each worker who could exceed the cap: a team is worked in when one of its nodes is present, and the teams worked in are counted.</summary>
public sealed class TeamCapEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers)
        {
            IGrouping<int, ILiteral>[] teams = [.. worker.Visits.GroupBy(node => encoding.Problem.Visits[node.Item.Visit].Team, node => node.Present)];
            if (teams.Length > worker.Worker.TeamsMax)
            {
                IEnumerable<BoolVar> worked = teams.Select(team => encoding.AnyOf([.. team], $"team_{worker.Worker.Index}_{team.Key}"));
                encoding.Model.Add(LinearExpr.Sum(worked) <= worker.Worker.TeamsMax);
            }
        }
    }
}
