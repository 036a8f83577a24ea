namespace Rostering.SolverBenchmarks.Sets.NrpCurtois;

/// <summary>
/// An instance of Curtois and Qu, "Computational results on new staff scheduling benchmark instances" (2014), as its text file gives it.
/// Day 0 is a Monday; shifts, people and days are numbered from 0 in the file's order.
/// </summary>
public sealed record NrpInstance(
    int Days,
    IReadOnlyList<NrpShift> Shifts,
    IReadOnlyList<NrpPerson> People,
    IReadOnlyList<NrpRequest> OnRequests,
    IReadOnlyList<NrpRequest> OffRequests,
    IReadOnlyList<NrpCover> Cover);

/// <summary>A shift and those that may not be worked on the day after it.</summary>
public sealed record NrpShift(string Id, int Minutes, IReadOnlyList<int> NotAfter);

/// <summary>A person and the limits of their contract.</summary>
public sealed record NrpPerson(string Id, NrpLimits Limits, IReadOnlyList<int> MaxOfShift, IReadOnlySet<int> DaysOff);

/// <summary>The limits of a contract. Runs and weekends are counted in days and weekends, the rest in minutes.</summary>
public sealed record NrpLimits(int MaxMinutes, int MinMinutes, int MaxRun, int MinRun, int MinDaysOff, int MaxWeekends);

/// <summary>A wish for or against a shift on a day.</summary>
public sealed record NrpRequest(int Person, int Day, int Shift, int Weight);

/// <summary>How many are wanted on a shift of a day.</summary>
public sealed record NrpCover(int Day, int Shift, int Required, int Under, int Over);
