using NodaTime;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>What happens to a fund, by the day. Stories write in it; it is played in the order of days, and of one day in the order of writing.</summary>
internal sealed class YearDiary(DateInterval days)
{
    private readonly PriorityQueue<Action<FundBooks>, (LocalDate On, int Order)> pages = new();
    private int written;

    public DateInterval Days { get; } = days;

    /// <summary>Writes down what happens on a day; what lies outside of the diary's days does not happen.</summary>
    public void On(LocalDate day, Action<FundBooks> happens)
    {
        if (Days.Contains(day))
            pages.Enqueue(happens, (day, written++));
    }

    public void Play(FundBooks books)
    {
        while (pages.TryDequeue(out var happens, out _))
            happens(books);
    }
}
