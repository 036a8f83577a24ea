using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.WeeklyHours;

/// <summary>Working minutes ≤ the week's limit, or what others alone take of it where that is more.</summary>
public sealed class WeeklyHoursEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        foreach (EncodedWorker worker in encoding.Workers.Where(worker => worker.Worker.WorkingMinutesMax < int.MaxValue))
        {
            encoding.Model.Add(worker.WorkingMinutes() <= Math.Max(worker.Worker.WorkingMinutesMax, worker.Worker.OutsideMinutes));
        }
    }
}
