using NodaTime;
using Rostering.Ledger;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>A visit that a person has every week.</summary>
/// <param name="Id">Its id in the demonstration week.</param>
/// <param name="Day">Days after Monday.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Time">The time of support, of all its workers.</param>
/// <param name="Rate">The line of the rate card: day, weekend or night.</param>
/// <param name="Role">Who gives it.</param>
/// <param name="Miles">Miles that are driven for it.</param>
public sealed record RegularVisit(string Id, int Day, LocalTime Start, Minutes Time, string Rate, string Role, int Miles);
