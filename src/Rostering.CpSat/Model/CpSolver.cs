using System.Globalization;
using System.Text;
using Google.Protobuf.Collections;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// Solves models on an engine, one at a time, and reads the answer to the last one. Several solvers may share an engine.
/// </summary>
public sealed class CpSolver(ICpSatEngine engine)
{
    private CpSolverResponse? response;
    private CpObjectiveProto? objective;
    private LinearTerms terms = new(owner: null);

    /// <summary>How to search and when to stop.</summary>
    public SatParameters Parameters { get; set; } = new();

    /// <summary>The whole answer to the last solve.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been solved yet.</exception>
    public CpSolverResponse Response =>
        response ?? throw new InvalidOperationException("There is no answer before a solve has ended; await SolveAsync first.");

    /// <summary>How the last solve ended.</summary>
    public CpSolverStatus Status => Response.Status;

    /// <summary>Whether the last solve left values to read.</summary>
    public bool HasSolution => Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;

    /// <summary>
    /// The objective of the solution, a whole number; worked out from the values, since the solver's own figure
    /// carries rounding noise (28.999999999999996 for 29).
    /// </summary>
    public double ObjectiveValue => HasSolution && objective is not null ? ValueOf(objective) : Response.ObjectiveValue;

    /// <summary>What no solution can beat, a whole number, or infinite where nothing is known.</summary>
    public double BestObjectiveBound => Math.Round(Response.BestObjectiveBound);

    /// <summary>Seconds that the solver took.</summary>
    public double WallTime => Response.WallTime;

    /// <summary>Dead ends met in the search.</summary>
    public long NumConflicts => Response.NumConflicts;

    /// <summary>Decisions taken in the search.</summary>
    public long NumBranches => Response.NumBranches;

    /// <summary>Where the solution came from, in the solver's words.</summary>
    public string SolutionInfo => Response.SolutionInfo;

    /// <inheritdoc cref="SolveAsync(CpModel, SolveObserver?, CancellationToken)"/>
    public Task<CpSolverStatus> SolveAsync(CpModel model, CancellationToken stop = default) => SolveAsync(model, observer: null, stop);

    /// <summary>
    /// Solves <paramref name="model"/> and tells <paramref name="observer"/> of every solution on the way. Cancelling
    /// <paramref name="stop"/> ends the search and keeps the best so far; it does not throw.
    /// </summary>
    /// <exception cref="InvalidModelException">The model breaks a rule of CP-SAT's; nothing was sent to the engine.</exception>
    /// <exception cref="EngineException">The engine gave no answer.</exception>
    public async Task<CpSolverStatus> SolveAsync(CpModel model, SolveObserver? observer, CancellationToken stop = default)
    {
        var errors = model.Validate();
        if (errors.Count > 0)
            throw new InvalidModelException(errors);

        var parameters = KnownDefects.WithoutWideSums(model.Proto, Parameters);
        response = await engine.SolveAsync(model.Proto, parameters, observer, stop);
        if (KnownDefects.BlamesStrangers(model.Proto, response))
            await BlameAssumptionsAsync(model.Proto, KnownDefects.WithoutPresolve(parameters), stop);

        objective = model.Proto.Objective;
        terms = new LinearTerms(model);
        return response.Status;
    }

    /// <summary>The value of <paramref name="expression"/> in the solution.</summary>
    /// <exception cref="InvalidOperationException">The last solve found no solution.</exception>
    public long Value(LinearExpr expression) => terms.Read(expression).Evaluate(Solution());

    /// <summary>Whether <paramref name="literal"/> is true in the solution.</summary>
    /// <exception cref="InvalidOperationException">The last solve found no solution.</exception>
    public bool BooleanValue(ILiteral literal) => Value(literal.AsExpr()) == 1;

    /// <summary>
    /// The <see cref="ILiteral.Index"/> of assumptions that cannot all hold; not always the fewest. Empty unless the
    /// status is infeasible because of assumptions.
    /// </summary>
    public IReadOnlyList<int> SufficientAssumptionsForInfeasibility() => Response.SufficientAssumptionsForInfeasibility;

    /// <summary>The figures of the last solve, a line each, as OR-Tools prints them.</summary>
    public string ResponseStats()
    {
        var text = new StringBuilder("CpSolverResponse summary:\n");
        void Line(string name, IFormattable value) => text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");

        text.Append($"status: {Status}\n");
        Line("objective", ObjectiveValue);
        Line("best_bound", BestObjectiveBound);
        Line("integers", Response.NumIntegers);
        Line("booleans", Response.NumBooleans);
        Line("conflicts", NumConflicts);
        Line("branches", NumBranches);
        Line("propagations", Response.NumBinaryPropagations);
        Line("integer_propagations", Response.NumIntegerPropagations);
        Line("restarts", Response.NumRestarts);
        Line("lp_iterations", Response.NumLpIterations);
        Line("walltime", WallTime);
        Line("usertime", Response.UserTime);
        Line("deterministic_time", Response.DeterministicTime);
        Line("gap_integral", Response.GapIntegral);
        return text.ToString();
    }

    private async Task BlameAssumptionsAsync(CpModelProto model, SatParameters parameters, CancellationToken stop)
    {
        var second = await engine.SolveAsync(model, parameters, observer: null, stop);
        var blamed = Response.SufficientAssumptionsForInfeasibility;
        blamed.Clear();
        // All the assumptions together always suffice, should there be no time for a second answer.
        blamed.AddRange(second.Status == CpSolverStatus.Infeasible ? second.SufficientAssumptionsForInfeasibility : model.Assumptions);
    }

    private double ValueOf(CpObjectiveProto objective)
    {
        var sum = objective.Vars.Zip(objective.Coeffs, (variable, coefficient) => Response.Solution[variable] * coefficient).Sum();
        return objective.ScalingFactor * (sum + objective.Offset);
    }

    private RepeatedField<long> Solution() => HasSolution
        ? Response.Solution
        : throw new InvalidOperationException($"There are no values to read: the solve ended {Status}. Look at Status before the values.");
}
