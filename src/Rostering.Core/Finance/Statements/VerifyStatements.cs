using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Says of every issued statement whether its seal still fits the ledger, and whether the ledger still makes the same statement.</summary>
public sealed class VerifyStatements(RosteringContext database)
{
    /// <summary>A statement that no longer fits, and what is wrong.</summary>
    public sealed record Fault(int Fund, int Number, string Message)
    {
        public override string ToString() => $"fund {Fund}, statement {Number}: {Message}";
    }

    public sealed record Result(int Checked, IReadOnlyList<Fault> Faults);

    /// <summary>Checks the statements of one fund, or of all.</summary>
    public async Task<Result> HandleAsync(int? fund, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var faults = new List<Fault>();
        var statements = await IssuedStatement.AllAsync(connection, fund, cancellation);
        foreach (var issued in statements)
        {
            if (await WrongWithAsync(connection, issued, cancellation) is { } message)
                faults.Add(new(issued.Header.Fund, issued.Header.Number, message));
        }

        return new(statements.Count, faults);
    }

    private static async Task<string?> WrongWithAsync(NpgsqlConnection connection, IssuedStatement issued, CancellationToken cancellation)
    {
        var hash = await HashAsync(connection, issued.Header.Fund, issued.Seal.Seq, cancellation);
        if (hash != issued.Seal.Hash)
            return $"it is sealed with {issued.Seal.Hash[..12]}… at entry {issued.Seal.Seq}, where the ledger now has {(hash is null ? "no entry" : hash[..12] + "…")}";
        var html = StatementFile.Write(await issued.ComputeAsync(connection, cancellation), StatementEdition.Standard, StatementForm.Html);
        return Convert.ToHexStringLower(SHA256.HashData(html)) == issued.StandardHash ? null : "the ledger no longer makes the statement that was issued";
    }

    private static async Task<string?> HashAsync(NpgsqlConnection connection, int fund, int seq, CancellationToken cancellation)
    {
        if (seq == 0)
            return new('0', 64);
        await using var command = new NpgsqlCommand("select hash from ledger.entry where fund_id = $1 and seq = $2", connection)
        {
            Parameters = { new() { Value = fund }, new() { Value = seq } },
        };
        return await command.ExecuteScalarAsync(cancellation) is byte[] hash ? Convert.ToHexStringLower(hash) : null;
    }
}
