using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Core.Rotas;

namespace Rostering.Core.Access;

/// <summary>
/// Opens a provider with its first administrator, who sets up by an invitation how they sign in; there is no password until then. A provider
/// that has an administrator is not opened again: that one invites the others.
/// </summary>
public sealed class OpenProvider(RosteringContext database)
{
    private const int NameMax = 120;

    /// <summary>The provider, and who looks after its accounts.</summary>
    public sealed record Request(string Provider, string Administrator, string SignInName);

    /// <summary>Opens it on behalf of whoever sits at the console.</summary>
    public async Task<InviteAccount.Result> HandleAsync(Request request, Func<long, Act> actAt, CancellationToken cancellation)
    {
        if (request.Provider.Trim() is not { Length: > 0 and <= NameMax } name)
            return Refused(nameof(Request.Provider), $"The provider's name '{request.Provider}' has {request.Provider.Length} letters; give one of 1 to {NameMax}.");

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var id = await NamedProvider.HandleAsync(database, name, cancellation);

        // Of two who open the same provider at once, the second finds the first one's administrator.
        Provider provider = await database.Providers.FromSql($"select * from provider where id = {id} for update").SingleAsync(cancellation);
        if (await database.UserAccounts.AnyAsync(account => account.ProviderId == provider.Id && account.Roles.Contains(Role.Administrator) && account.DisabledAt == null, cancellation))
            return Refused(nameof(Request.Provider), $"{name} has an administrator already; they invite others under Accounts, and 'rostering sign-in-link --role administrator' lets them in again.");

        AccountTerms terms = new() { Name = request.Administrator.Trim(), SignInName = request.SignInName.Trim(), Roles = [Role.Administrator] };
        var result = await new InviteAccount(database, new MakeSignInLink(database)).WithinAsync(terms, actAt(provider.Id), cancellation);
        if (result is InviteAccount.Result.Invited)
            await transaction.CommitAsync(cancellation);
        return result;
    }

    private static InviteAccount.Result.Refused Refused(string field, string words) => new(new AccountProblem(field, words));
}
