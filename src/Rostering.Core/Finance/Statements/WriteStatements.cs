using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Issues the statements of all funds for a day's periods and writes them in every edition and form, as many at a time as there are cores.</summary>
/// <param name="open">Opens a connection of its own for each fund.</param>
public sealed class WriteStatements(Func<RosteringContext> open)
{
    /// <summary>Asks for the statements of the periods that a day lies in.</summary>
    public sealed record Request(LocalDate Day, Act Act);

    /// <summary>How far it has come.</summary>
    public readonly record struct Progress(int Done, int Of);

    /// <summary>A fund without a statement, and why.</summary>
    public sealed record Skipped(int Fund, string Reason);

    public sealed record Result(int Statements, IReadOnlyList<Skipped> Skipped);

    /// <summary>Gives each file to <paramref name="write"/>, which is called from several threads at once.</summary>
    public async Task<Result> HandleAsync(Request request, Action<string, byte[]> write, IProgress<Progress> progress, CancellationToken cancellation)
    {
        var funds = await FundsAsync(cancellation);
        var skipped = new List<Skipped>();
        var done = 0;
        var workers = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(funds, workers, async (fund, stop) =>
        {
            var refusal = await WriteAsync(fund, request, write, stop);
            lock (skipped)
            {
                if (refusal is not null)
                    skipped.Add(refusal);
                progress.Report(new(++done, funds.Count));
            }
        });
        return new(funds.Count - skipped.Count, [.. skipped.OrderBy(fund => fund.Fund)]);
    }

    private async Task<Skipped?> WriteAsync(int fund, Request request, Action<string, byte[]> write, CancellationToken cancellation)
    {
        await using var database = open();
        var answer = await new IssueStatement(database).HandleAsync(new(fund, request.Day), request.Act, cancellation);
        if (answer is IssueStatement.Result.Refused refused)
            return new(fund, refused.Reason);
        var (issued, drawn) = (IssueStatement.Result.Issued)answer;
        var statement = drawn ?? await issued.ComputeAsync((NpgsqlConnection)database.Database.GetDbConnection(), cancellation);
        foreach (var edition in Enum.GetValues<StatementEdition>())
        {
            foreach (var form in Enum.GetValues<StatementForm>())
                write(StatementFile.NameOf(issued.Header, edition, form), StatementFile.Write(statement, edition, form));
        }

        return null;
    }

    private async Task<IReadOnlyList<int>> FundsAsync(CancellationToken cancellation)
    {
        await using var database = open();
        return await database.Database.SqlQuery<int>($"select fund_id as \"Value\" from fund_holder order by fund_id").ToListAsync(cancellation);
    }
}
