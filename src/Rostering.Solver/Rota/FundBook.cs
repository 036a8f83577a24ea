using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Rota;

/// <summary>What a schedule takes from every fund, kept up to date, with the score of the fund rules.</summary>
internal sealed class FundBook(Schedule schedule)
{
    private readonly PreparedProblem problem = schedule.Problem;
    private readonly long[] money = new long[schedule.Problem.Funds.Length];
    private readonly long[] minutes = new long[schedule.Problem.Funds.Length];
    private readonly RotaScore[] scores = new RotaScore[schedule.Problem.Funds.Length];
    private readonly List<(int Visit, long Charged)>[] charges = [.. schedule.Problem.Workers.Select(_ => new List<(int, long)>())];
    private readonly bool[] touched = new bool[schedule.Problem.Funds.Length];
    private readonly List<int> toSettle = [];

    /// <summary>Score of the fund rules as of the last <see cref="Settle"/>.</summary>
    public RotaScore Score { get; private set; }

    /// <summary>Money a fund gives to this schedule, in thousandths of a penny × 1,000.</summary>
    public long MilliPencePermille(int fund) => money[fund];

    /// <summary>Minutes a fund gives to this schedule × 1,000.</summary>
    public long MinutesPermille(int fund) => minutes[fund];

    /// <summary>Replaces what a worker's week charged before with what it charges now.</summary>
    public void Charge(WorkerTimeline timeline)
    {
        List<(int Visit, long Charged)> mine = charges[timeline.Worker.Index];
        foreach ((int visit, long charged) in mine)
        {
            AddMoney(visit, -charged);
        }

        mine.Clear();
        foreach (TimelineItem item in timeline.Items)
        {
            if (item.Visit >= 0)
            {
                mine.Add((item.Visit, item.Charged));
                AddMoney(item.Visit, item.Charged);
            }
        }
    }

    public void AddMinutes(int visit) => ChangeMinutes(visit, +1);

    public void RemoveMinutes(int visit) => ChangeMinutes(visit, -1);

    /// <summary>Looks again at every fund that something changed for.</summary>
    public void Settle(FindingSink sink)
    {
        foreach (int fund in toSettle)
        {
            touched[fund] = false;
            sink.Clear();
            foreach (IFundRule rule in RuleCatalogue.Fund)
            {
                rule.CheckFund(problem.Funds[fund], money[fund], minutes[fund], sink);
            }

            Score += sink.Score - scores[fund];
            scores[fund] = sink.Score;
        }

        toSettle.Clear();
    }

    private void ChangeMinutes(int visit, int sign)
    {
        long seatMinutes = (long)sign * problem.Visits[visit].Minutes * schedule.Workers(visit).Length;
        foreach ((int fund, int permille) in problem.Visits[visit].Funds)
        {
            minutes[fund] += seatMinutes * permille;
            Touch(fund);
        }
    }

    private void AddMoney(int visit, long charged)
    {
        foreach ((int fund, int permille) in problem.Visits[visit].Funds)
        {
            money[fund] += charged * permille;
            Touch(fund);
        }
    }

    private void Touch(int fund)
    {
        if (!touched[fund])
        {
            touched[fund] = true;
            toSettle.Add(fund);
        }
    }
}
