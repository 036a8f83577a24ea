using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Precedence;

/// <summary>A start of the first visit excludes every start of the second that leaves the wrong gap: one clause for each start, with no big number.</summary>
public sealed class PrecedenceEncoding : RuleEncoding
{
    public override void Encode(RotaEncoding encoding)
    {
        foreach (PreparedLink link in encoding.FreeLinks(LinkKind.Precedence))
        {
            int minutes = encoding.Problem.Visits[link.First].Minutes;
            foreach ((ILiteral taken, int start) in encoding.StartsOf(link.First))
            {
                IEnumerable<ILiteral> excluded =
                    from second in encoding.StartsOf(link.Second)
                    let gap = second.Minute - start - minutes
                    where gap < link.GapMin || gap > link.GapMax
                    select second.Taken;
                encoding.Model.AddAtMostOne([taken, .. excluded]);
            }
        }
    }
}
