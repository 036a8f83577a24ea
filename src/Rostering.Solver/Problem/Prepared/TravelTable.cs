namespace Rostering.Solver.Problem.Prepared;

/// <summary>A journey as made: how, how long, and what it costs besides time.</summary>
/// <param name="Minutes">Minutes from leaving to arriving, any wait for the first bus included.</param>
/// <param name="DrivenMetres">Metres driven in the worker's own car.</param>
/// <param name="TaxiPence">Price of a taxi, where one is needed.</param>
/// <param name="Possible">False when no service runs and no taxi is paid.</param>
public readonly record struct Journey(int Minutes, int DrivenMetres, int TaxiPence, bool Possible)
{
    public static readonly Journey None = new(0, 0, 0, Possible: true);
}

/// <summary>Minutes and metres between all places by every mode, and the hours of the buses.</summary>
public sealed class TravelTable
{
    /// <summary>Metres in a mile, in whole metres.</summary>
    public const int MetresPerMile = 1609;
    private const int Modes = 4;
    private const int MinutesPerDay = 1440;
    private const int FirstServiceDay = -7;
    private readonly TravelTerms terms;
    private readonly int places;
    private readonly int[] metres;
    private readonly ushort[][] minutes = new ushort[Modes][];
    private readonly MinuteSpan[] service;

    public TravelTable(RotaProblem problem, WeekClock clock, IReadOnlyDictionary<PlaceId, int> placeIndex)
    {
        terms = problem.Travel;
        places = problem.Places.Length;
        metres = Metres(problem);
        Array.Fill(minutes, [.. Enumerable.Repeat(ushort.MaxValue, metres.Length)]);
        foreach (ModeTerms mode in terms.Modes)
        {
            minutes[(int)mode.Mode] = [.. metres.Select(m => Minutes(mode, m))];
        }

        foreach (MeasuredJourney journey in terms.Measured)
        {
            minutes[(int)journey.Mode][(placeIndex[journey.From] * places) + placeIndex[journey.To]] = (ushort)journey.Minutes;
        }

        service = [.. Enumerable.Range(FirstServiceDay, 22).Select(day => ServiceOf(clock, day))];
    }

    /// <summary>
    /// The quickest journey a worker can make who leaves one place for another at a minute of the week. Where the worker's own modes do
    /// not serve, a taxi is taken if the provider pays for one, and else the first bus is waited for.
    /// </summary>
    public Journey Leave(PreparedWorker worker, int from, int to, int departure)
    {
        if (from == to || from < 0 || to < 0)
        {
            return Journey.None;
        }

        int pair = (from * places) + to;
        Journey own = Own(worker, pair, departure);
        if (own.Possible || terms.TaxiCallPence is not null || !worker.TakesBus)
        {
            return own.Possible ? own : Taxi(pair);
        }

        ushort ride = minutes[(int)TravelMode.Bus][pair];
        return ride == ushort.MaxValue ? Taxi(pair) : new Journey(NextService(departure) - departure + ride, 0, 0, Possible: true);
    }

    /// <summary>The way home at a minute of the week: as <see cref="Leave"/>, but nobody waits for the morning's first bus.</summary>
    public Journey GoHome(PreparedWorker worker, int from, int departure) => OwnOrTaxi(worker, from, worker.Home, departure);

    /// <summary>The way from home to a visit that starts at a minute of the week.</summary>
    public Journey Arrive(PreparedWorker worker, int to, int arrival)
    {
        if (worker.Home == to || to < 0)
        {
            return Journey.None;
        }

        ushort ride = worker.TakesBus ? minutes[(int)TravelMode.Bus][(worker.Home * places) + to] : (ushort)0;
        return OwnOrTaxi(worker, worker.Home, to, arrival - ride);
    }

    /// <summary>Thousandths of a penny for a journey: mileage or taxi.</summary>
    public long MilliPence(Journey journey) =>
        (journey.DrivenMetres * (long)terms.MileagePence * 1000 / MetresPerMile) + (journey.TaxiPence * 1000L);

    private static ushort Minutes(ModeTerms mode, int metres)
    {
        if (metres > (mode.MetresMax ?? int.MaxValue))
        {
            return ushort.MaxValue;
        }

        return metres == 0 ? (ushort)0 : (ushort)Math.Min(ushort.MaxValue, mode.FixedMinutes + ((metres + mode.MetresPerMinute - 1) / mode.MetresPerMinute));
    }

    private Journey OwnOrTaxi(PreparedWorker worker, int from, int to, int departure)
    {
        if (from == to || from < 0 || to < 0)
        {
            return Journey.None;
        }

        int pair = (from * places) + to;
        Journey own = Own(worker, pair, departure);
        return own.Possible ? own : Taxi(pair);
    }

    private Journey Own(PreparedWorker worker, int pair, int departure)
    {
        ushort best = ushort.MaxValue;
        bool driven = false;
        foreach (TravelMode mode in worker.Modes)
        {
            ushort time = minutes[(int)mode][pair];
            if (time < best && (mode != TravelMode.Bus || InService(departure)))
            {
                best = time;
                driven = mode == TravelMode.Car;
            }
        }

        return new Journey(best, driven ? metres[pair] : 0, 0, Possible: best < ushort.MaxValue);
    }

    private bool InService(int minute)
    {
        int day = Math.Clamp((minute / MinutesPerDay) - FirstServiceDay, 1, service.Length - 2);
        return Runs(day - 1) || Runs(day) || Runs(day + 1);

        bool Runs(int index) => service[index].Start <= minute && minute <= service[index].End;
    }

    private int NextService(int minute) => service.First(day => day.Start >= minute).Start;

    private Journey Taxi(int pair) => terms.TaxiCallPence is { } call && minutes[(int)TravelMode.Car][pair] < ushort.MaxValue
        ? new Journey(minutes[(int)TravelMode.Car][pair], 0, call + (int)((long)metres[pair] * terms.TaxiMilePence / MetresPerMile), Possible: true)
        : new Journey(0, 0, 0, Possible: false);

    private MinuteSpan ServiceOf(WeekClock clock, int day)
    {
        int weekday = ((day % 7) + 7) % 7;
        var (first, last) = (terms.FirstBus[weekday], terms.LastBus[weekday]);
        return new MinuteSpan(clock.Minute(day, first), clock.Minute(last <= first ? day + 1 : day, last));
    }

    private int[] Metres(RotaProblem problem)
    {
        int[] table = new int[places * places];
        for (int a = 0; a < places; a++)
        {
            for (int b = 0; b < places; b++)
            {
                long x = problem.Places[a].EastingMetres - problem.Places[b].EastingMetres;
                long y = problem.Places[a].NorthingMetres - problem.Places[b].NorthingMetres;
                table[(a * places) + b] = (int)(Math.Sqrt((x * x) + (y * y)) * terms.DetourPermille / 1000);
            }
        }

        return table;
    }
}
