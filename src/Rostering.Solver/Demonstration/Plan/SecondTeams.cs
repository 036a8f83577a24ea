using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>
/// Gives more workers a second team than the plan needed, as both case and cover want it. Never a third, but for one worker of the
/// largest provider who has a recorded leave to help out.
/// </summary>
internal sealed class SecondTeams(ProviderProfile profile, IReadOnlyList<Service> services, Dice dice)
{
    public void Share(ImmutableArray<DraftWorker> workers)
    {
        var wanted = workers.Length * profile.InTwoTeamsPercent / 100;
        var missing = wanted - workers.Count(worker => worker.Services.Count > 1);
        foreach (var worker in dice.Some(workers.Where(worker => worker.Services.Count == 1), Math.Max(0, missing)))
            Join(worker);

        if (profile.Provider == DemonstrationProvider.Cedar && workers.FirstOrDefault(worker => worker.Services.Count == 2) is { } helper)
        {
            Join(helper);
            helper.HasCapWaiver = helper.Services.Count > 2;
        }
    }

    private void Join(DraftWorker worker)
    {
        var near = services
            .Where(service => !service.BusOnly && !worker.Services.Contains(service) && Geography.Metres(worker.Home, service.People[0].Home) <= Geography.NearMetres)
            .ToList();
        if (near.Count > 0 && !worker.Services[0].BusOnly)
            worker.Join(dice.Pick(near));
    }
}
