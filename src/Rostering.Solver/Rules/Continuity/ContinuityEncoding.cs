using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Continuity;

/// <summary>
/// Each pair weighs on its node. A person's faces: for each worker who is not there already, a literal that any of the worker's visits to
/// the person makes true; excess ≥ faces held + Σ literals − wanted.
/// </summary>
public sealed class ContinuityEncoding() : PairEncoding(new ContinuityRule())
{
    public override void Encode(RotaEncoding encoding)
    {
        base.Encode(encoding);
        foreach (PreparedPerson person in encoding.Problem.People.Where(person => person.Visits.Any(encoding.Scope.Free)))
        {
            EncodeFaces(encoding, person);
        }
    }

    private static void EncodeFaces(RotaEncoding encoding, PreparedPerson person)
    {
        HashSet<int> held = [.. person.Visits.Where(visit => !encoding.Scope.Free(visit)).SelectMany(visit => encoding.Scope.Held.Workers(visit))];
        List<ILiteral> faces = [];
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => !held.Contains(worker.Worker.Index)))
        {
            ILiteral[] visits = [.. encoding.MadeBy(person, worker.Worker.Index)];
            if (visits.Length > 0)
            {
                faces.Add(visits is [ILiteral only] ? only : encoding.AnyOf(visits, $"face_{person.Index}_{worker.Worker.Index}"));
            }
        }

        int beyond = held.Count - person.Source.FacesWanted;
        if (beyond + faces.Count > 0)
        {
            encoding.Objective.Add(ContinuityRule.Face, encoding.Excess(LinearExpr.Sum(faces) + beyond, beyond + faces.Count, $"faces_{person.Index}"));
        }
    }
}
