using NodaTime;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Each month's books are closed ten days after its end.</summary>
internal static class ClosingStory
{
    private const int DaysAfter = 10;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        for (var end = fund.Days.Start.With(DateAdjusters.EndOfMonth); end <= fund.Days.End; end = end.PlusDays(1).With(DateAdjusters.EndOfMonth))
        {
            var through = end;
            diary.On(through.PlusDays(DaysAfter), books => books.Close(through));
        }
    }
}
