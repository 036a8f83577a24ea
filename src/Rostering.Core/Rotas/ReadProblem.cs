using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Core.Rotas;

/// <summary>
/// Reads a stored problem. Pages ask for the same few again and again, and content is kept by its hash and never changes: what was read once
/// in this process stays true, in whichever database it lies.
/// </summary>
public static class ReadProblem
{
    private const int KeptMax = 8;
    private static readonly ConcurrentDictionary<string, RotaProblem> Kept = new(StringComparer.Ordinal);

    /// <summary>The problem of an id.</summary>
    /// <exception cref="InvalidOperationException">What is stored is no problem any more that this version can read.</exception>
    public static async Task<RotaProblem> HandleAsync(RosteringContext database, long id, CancellationToken cancellation)
    {
        string hash = Convert.ToHexString(await database.Problems.Where(problem => problem.Id == id).Select(problem => problem.ContentHash).SingleAsync(cancellation));
        if (Kept.TryGetValue(hash, out var kept))
        {
            return kept;
        }

        var reading = ProblemJson.Read(await database.Problems.Where(problem => problem.Id == id).Select(problem => problem.Content).SingleAsync(cancellation));
        var read = reading.Problem ?? throw new InvalidOperationException($"Stored problem {id} cannot be read: {string.Join(" ", reading.Errors)}");
        if (Kept.Count >= KeptMax)
        {
            Kept.Clear();
        }

        Kept[hash] = read;
        return read;
    }
}
