using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.SynchronisedVisits;

/// <summary>At each moment either both visits start or neither does; so they are also covered together.</summary>
public sealed class SynchronisedVisitsEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (PreparedLink link in encoding.FreeLinks(LinkKind.Synchronised))
        {
            ILookup<int, ILiteral> first = StartsOf(encoding, link.First);
            ILookup<int, ILiteral> second = StartsOf(encoding, link.Second);
            foreach (int start in first.Concat(second).Select(taken => taken.Key).Distinct().Order())
            {
                encoding.Model.Add(LinearExpr.Sum(first[start]) == LinearExpr.Sum(second[start]));
            }
        }
    }

    private static ILookup<int, ILiteral> StartsOf(RotaEncoding encoding, int visit) =>
        encoding.StartsOf(visit).ToLookup(start => start.Minute, start => start.Taken);
}
