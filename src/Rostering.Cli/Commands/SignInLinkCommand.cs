using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Rotas;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering sign-in-link</c>: lets whoever is at this machine into an account, once.</summary>
internal static class SignInLinkCommand
{
    public static Command Create()
    {
        Option<Role?> role = new("--role") { Description = "The role to sign in as; without it, one link for each role" };
        Option<string?> provider = new("--provider") { Description = "The provider, where the database has several" };
        Option<string> address = new("--address") { Description = "Where the application is served on this machine", DefaultValueFactory = _ => "http://localhost:5080" };
        Command command = new("sign-in-link", "Print links that each sign in once, at this machine alone, within eight hours.") { role, provider, address };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(role), parsed.GetValue(provider), Address(parsed.GetValue(address)!), stop));
        return command;
    }

    private static async Task<int> RunAsync(Role? role, string? providerName, Uri address, CancellationToken stop)
    {
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        Provider provider = await ProviderAsync(database, providerName, stop);
        Act act = Console(provider.Id, "asked for a one-time link at the console");
        foreach (Role wanted in role is { } one ? [one] : Enum.GetValues<Role>())
        {
            UserAccount account = await database.UserAccounts
                .Where(account => account.ProviderId == provider.Id && account.DisabledAt == null && account.Roles.Contains(wanted))
                .OrderBy(account => account.Id).FirstOrDefaultAsync(stop)
                ?? throw new BadInputException($"--role {wanted}: {provider.Name} has no account with this role; an administrator can invite one.");
            string secret = await new MakeSignInLink(database).HandleAsync(account, LinkPurpose.SignIn, act, stop);
            System.Console.WriteLine($"{wanted.Words(),-17} {account.Name,-32} {new Uri(address, $"/account/link/{secret}")}");
        }

        return ExitCodes.Done;
    }

    public static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
        ? address
        : throw new BadInputException($"--address '{text}' is no web address; give one such as http://localhost:5080.");

    /// <summary>What the console does is done by nobody who is signed in.</summary>
    public static Act Console(long provider, string why) =>
        new(Actor.Nobody(provider, "console", Role.Administrator), SystemClock.Instance.GetCurrentInstant(), why);

    private static async Task<Provider> ProviderAsync(RosteringContext database, string? name, CancellationToken stop)
    {
        Provider[] found = await database.Providers
            .Where(provider => (name == null || provider.Name == name) && database.UserAccounts.Any(account => account.ProviderId == provider.Id))
            .OrderBy(provider => provider.Id).ToArrayAsync(stop);
        return found switch
        {
            [var one] => one,
            [] => throw new BadInputException(name is null
                ? "No provider has an account yet: scripts/run loads a demonstration provider with one for each role."
                : $"--provider '{name}' has no account here; leave it out, or give a name as the pages show it."),
            _ => throw new BadInputException($"Several providers have accounts; give one of them with --provider: {string.Join(", ", found.Select(provider => provider.Name))}."),
        };
    }
}
