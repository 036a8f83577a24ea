using NodaTime;
using NodaTime.Text;
using Rostering.Solver.Problem;

namespace Rostering.Core.Requests;

/// <summary>The ids of visits: the request's, and the date's. The same visit has the same id however often its week is made anew.</summary>
public static class VisitIds
{
    private const int DateLength = 8;

    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static VisitId Of(RequestId request, LocalDate date) => new($"{request}-{Date.Format(date)}");

    /// <summary>The request and the date of a visit; <c>null</c> for an id that is not of this form.</summary>
    public static (RequestId Request, LocalDate Date)? Parse(VisitId visit)
    {
        int dash = visit.Value.Length - DateLength - 1;
        return dash > 0 && visit.Value[dash] == '-' && Date.Parse(visit.Value[(dash + 1)..]).TryGetValue(default, out var date)
            ? (new RequestId(visit.Value[..dash]), date)
            : null;
    }
}
