using Rostering.Solver.Demonstration.Drafts;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>A visit in a worker's diary, in minutes elapsed since the week began, and the index of its place.</summary>
internal readonly record struct Booking(DraftVisit Visit, int Start, int Place)
{
    public int End => Start + Visit.Minutes;
}

/// <summary>What the hidden plan gives to one worker, in order of start.</summary>
internal sealed class Diary
{
    private readonly List<Booking> bookings = [];
    private readonly Dictionary<DraftPerson, int> visitsWith = [];

    public IReadOnlyList<Booking> Bookings => bookings;

    /// <summary>Paid minutes so far.</summary>
    public int Paid { get; private set; }

    public int VisitsWith(DraftPerson person) => visitsWith.GetValueOrDefault(person);

    public void Add(IEnumerable<Booking> task, int paid)
    {
        Paid = paid;
        foreach (var booking in task)
        {
            bookings.Insert(PlaceFor(bookings, booking), booking);
            foreach (var person in booking.Visit.People)
                visitsWith[person] = VisitsWith(person) + 1;
        }
    }

    /// <summary>Whether nothing is booked, nor about to start or just over, between two elapsed minutes.</summary>
    public bool IsFree(int from, int to, int margin) =>
        bookings.TrueForAll(booking => booking.End + margin <= from || to + margin <= booking.Start);

    public static int PlaceFor(List<Booking> bookings, Booking booking)
    {
        var place = bookings.Count;
        while (place > 0 && bookings[place - 1].Start > booking.Start)
            place--;
        return place;
    }
}
