namespace Rostering.Solver.Search;

/// <summary>A solution that a search changes one random move at a time, with the best that it met on the way.</summary>
public interface ISearchState
{
    /// <summary>What the walk minimises.</summary>
    double Cost { get; }

    /// <summary>
    /// Makes a random change if the outcome costs at most <paramref name="limit"/>, and otherwise leaves all as it was. The limit is drawn
    /// before the move so that a state can give up on a move as soon as a lower bound of its cost passes it.
    /// </summary>
    bool TryMove(double limit);

    /// <summary>Keeps the present solution if it is the best met. Which of two is better is for the state to say: it may judge by levels.</summary>
    bool KeepIfBest();
}

/// <summary>A search state that can go on from where another got to.</summary>
public interface IIslandState<in TSelf> : ISearchState
{
    /// <summary>Cost of the best solution met.</summary>
    double BestCost { get; }

    /// <summary>Goes on from the best solution that the other state met; with itself, goes back to its own best.</summary>
    void Adopt(TSelf other);
}
