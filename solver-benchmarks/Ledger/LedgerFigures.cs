namespace Rostering.SolverBenchmarks.Ledger;

/// <summary>What one run measured. Ratios are to TPC-B transactions a second of the same run.</summary>
internal sealed record LedgerFigures
{
    public required double TpcbTps { get; init; }

    /// <summary>Entries of four lines, each in a transaction of its own.</summary>
    public required double SingleTps { get; init; }

    public required double SingleRatio { get; init; }

    /// <summary>Entries of four lines, fifty in a transaction.</summary>
    public required double BatchTps { get; init; }

    public required double BatchRatio { get; init; }

    /// <summary>Single entries where a few funds have most of them (Zipf 1.2).</summary>
    public required double ZipfRatio { get; init; }

    public required long ZipfFailed { get; init; }

    public required double VerifyPostingsPerSecond { get; init; }

    /// <summary>Reading all balances of a fund on a day, the slowest of twenty but one.</summary>
    public required double BalanceP95Ms { get; init; }

    /// <summary>All tables and indexes of the ledger, by posting.</summary>
    public required double BytesPerPosting { get; init; }

    /// <summary>Transactions a second of the minimal ledger in plain SQL: the same two transfers, no other control.</summary>
    public required double PeerTps { get; init; }

    public required long Postings { get; init; }

    public override string ToString() =>
        $"""

        TPC-B                        {TpcbTps,12:N0} transactions/s
        single entries               {SingleTps,12:N0} entries/s  {SingleRatio,6:0.00} x TPC-B
        batched by fifty             {BatchTps,12:N0} entries/s  {BatchRatio,6:0.00} x TPC-B
        Zipf 1.2                     {ZipfRatio * TpcbTps,12:N0} entries/s  {ZipfRatio,6:0.00} x TPC-B, {ZipfFailed} failed
        minimal ledger beside it     {PeerTps,12:N0} entries/s  {PeerTps / TpcbTps,6:0.00} x TPC-B
        verification                 {VerifyPostingsPerSecond,12:N0} postings/s
        balances of a fund on a day  {BalanceP95Ms,12:0.0} ms, 95th percentile, of {Postings:N0} postings
        on disk                      {BytesPerPosting,12:N0} bytes a posting
        """;
}
