using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Rotas;

/// <summary>The boards that a process has laid out, so that the next look or move need not do it again. The database stays the truth.</summary>
public sealed class BoardCache
{
    private const int WeeksMax = 16;

    private readonly ConcurrentDictionary<long, (BoardHead Head, Board Board)> boards = new();

    internal Board? Get(BoardHead head) => boards.TryGetValue(head.Week, out var kept) && kept.Head == head ? kept.Board : null;

    internal void Put(BoardHead head, Board board)
    {
        if (boards.Count >= WeeksMax && !boards.ContainsKey(head.Week))
        {
            boards.Clear();
        }

        boards[head.Week] = (head, board);
    }
}

/// <summary>All that a board depends on, in numbers: two boards with the same head are the same.</summary>
/// <param name="Told">Changes whenever anything changes that people were told of the week.</param>
/// <param name="Quarter">The quarter of an hour, which moves the freeze window.</param>
internal sealed record BoardHead(long Week, long? Draft, int Moves, long? Version, long? Publication, int Retracted, long Told, long Quarter);

/// <summary>Reads the board of a week.</summary>
public sealed class ReadBoard(RosteringContext database, BoardCache cache)
{
    /// <summary>The board of a provider's week; <c>null</c> where the week has no rota yet.</summary>
    public async Task<Board?> HandleAsync(long provider, LocalDate monday, Instant now, CancellationToken cancellation)
    {
        if (await HeadAsync(provider, monday, now, cancellation) is not { } head)
        {
            return null;
        }

        if (cache.Get(head) is { } kept)
        {
            return kept;
        }

        if (await new ReadDraft(database).HandleAsync(provider, monday, now, cancellation) is not { } draft)
        {
            return null;
        }

        Board board = Board.Of(draft);
        cache.Put(head, board);
        return board;
    }

    /// <summary>Keeps a board that has just been made of the week's latest.</summary>
    internal async Task KeepAsync(Board board, long provider, Instant now, CancellationToken cancellation)
    {
        if (await HeadAsync(provider, board.Draft.Week.StartsOn, now, cancellation) is { } head && (head.Draft, head.Moves) == (board.Draft.Draft?.Id, board.Draft.Moves.Length))
        {
            cache.Put(head, board);
        }
    }

    private Task<BoardHead?> HeadAsync(long provider, LocalDate monday, Instant now, CancellationToken cancellation)
    {
        long quarter = now.ToUnixTimeSeconds() / 900;
        return database.Database.SqlQuery<BoardHead>(
            $"""
            select w.id as "Week", d.id as "Draft", (select count(*)::int from rota_move m where m.draft_id = d.id) as "Moves",
              (select max(v.id) from rota_version v where v.week_id = w.id) as "Version", p.id as "Publication",
              (p.retracted_at is not null)::int as "Retracted",
              (select coalesce(sum(t.xmin::text::bigint), 0)::bigint + count(*) from published_visit t where t.week_id = w.id) as "Told", {quarter} as "Quarter"
            from week w
            left join lateral (select id from draft where week_id = w.id order by id desc limit 1) d on true
            left join lateral (select id, retracted_at from publication where week_id = w.id order by number desc limit 1) p on true
            where w.provider_id = {provider} and w.starts_on = {monday.ToDateOnly()}
            """).SingleOrDefaultAsync(cancellation);
    }
}
