using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Writes an issued statement again, as it was on the day of issue, whatever was posted since.</summary>
public sealed class RenderStatement(RosteringContext database)
{
    public sealed record Request(int Fund, int Number, StatementEdition Edition, StatementForm Form);

    public sealed record Result(string Name, byte[] Content);

    /// <summary>The file; <c>null</c> where no such statement was issued.</summary>
    public async Task<Result?> HandleAsync(Request request, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        if (await IssuedStatement.NumberedAsync(connection, request.Fund, request.Number, cancellation) is not { } issued)
            return null;
        var statement = await issued.ComputeAsync(connection, cancellation);
        return new(StatementFile.NameOf(issued.Header, request.Edition, request.Form), StatementFile.Write(statement, request.Edition, request.Form));
    }
}
