using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Issues the statement of a fund for the period that a day lies in, once: asked again, it gives the same one. It is issued even when nothing happened.</summary>
public sealed class IssueStatement(RosteringContext database)
{
    /// <summary>Asks for a statement.</summary>
    /// <param name="Fund">The fund.</param>
    /// <param name="Day">A day of the period; which days that has, the fund's terms say.</param>
    public sealed record Request(int Fund, LocalDate Day);

    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        /// <summary>The statement, just issued or long since.</summary>
        /// <param name="Drawn">What it says, where it was drawn up just now.</param>
        public sealed record Issued(IssuedStatement Statement, Statement? Drawn = null) : Result;

        /// <summary>Nothing was issued.</summary>
        public sealed record Refused(string Reason) : Result;
    }

    /// <summary>Issues it on the day of the act, which the trail of the provider that keeps the fund holds.</summary>
    public async Task<Result> HandleAsync(Request request, Act act, CancellationToken cancellation)
    {
        var today = LocalClock.Date(act.At);
        await database.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        if (await StatementSubject.ReadAsync(connection, request.Fund, request.Day, cancellation) is not { } subject)
            return new Result.Refused($"There is no fund {request.Fund} of a person; give the number of one.");
        if (subject.Terms is not { } terms)
            return new Result.Refused($"Fund {request.Fund} has no terms on {request.Day:R}; record terms that take effect by then.");

        var period = StatementPeriods.On(request.Day, terms);
        if (await IssuedStatement.ForAsync(connection, request.Fund, period, cancellation) is { } issued)
            return new Result.Issued(issued);
        if (period.To >= today)
            return new Result.Refused($"The period of fund {request.Fund} ends on {period.To:R}; issue its statement after that.");

        var last = await IssuedStatement.LastAsync(connection, request.Fund, cancellation);
        if (last?.Header.Period == period)
            return new Result.Issued(last);
        if (last is not null && period.From <= last.Header.Period.To)
            return new Result.Refused($"Fund {request.Fund} has a statement up to {last.Header.Period.To:R}; give a later day. What was missed before shows as an adjustment.");
        return await IssueAsync(subject.Header(request.Fund, terms, period, today, last), subject.Seal, act with { By = act.By with { ProviderId = subject.ProviderId } }, cancellation);
    }

    private async Task<Result> IssueAsync(StatementHeader header, StatementSeal seal, Act act, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var draft = new IssuedStatement(header, seal, "");
        var statement = await draft.ComputeAsync(connection, cancellation);
        var hash = SHA256.HashData(StatementFile.Write(statement, StatementEdition.Standard, StatementForm.Html));
        await using var command = new NpgsqlCommand(
            """
            insert into statement (fund_id, number, period_from, period_to, basis, issued_on, due_on, ledger_seq, ledger_hash, header, standard_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11)
            """, connection)
        {
            Parameters =
            {
                new() { Value = header.Fund }, new() { Value = header.Number }, new() { Value = header.Period.From.ToDateOnly() }, new() { Value = header.Period.To.ToDateOnly() },
                new() { Value = header.Terms.Statement.Basis.ToString().ToLowerInvariant() }, new() { Value = header.IssuedOn.ToDateOnly() }, new() { Value = header.DueOn.ToDateOnly() },
                new() { Value = seal.Seq }, new() { Value = Convert.FromHexString(seal.Hash) }, new() { Value = HeaderJson.Write(header) }, new() { Value = hash },
            },
        };
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
            database.AuditEntries.Add(AuditEntry.Of(act, "finance.issue-statement", $"fund/{header.Fund}", $$"""{"number": {{header.Number}}, "ledgerSeq": {{seal.Seq}}}"""));
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.RestrictViolation)
        {
            // Somebody else issued it in the meantime: theirs is the statement.
            await transaction.RollbackAsync(cancellation);
            if (await IssuedStatement.ForAsync(connection, header.Fund, header.Period, cancellation) is { } theirs)
                return new Result.Issued(theirs);
            throw;
        }

        return new Result.Issued(draft with { StandardHash = Convert.ToHexStringLower(hash) }, statement);
    }
}
