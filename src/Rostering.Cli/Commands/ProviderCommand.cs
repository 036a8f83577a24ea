using System.CommandLine;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering provider open</c>: a provider of one's own, with its first administrator.</summary>
internal static class ProviderCommand
{
    public static Command Create()
    {
        Argument<string> name = new("name") { Description = "The provider's name, as the pages are to show it" };
        Option<string> administrator = new("--administrator") { Description = "Name of who looks after the accounts", Required = true };
        Option<string> signInName = new("--sign-in-name") { Description = "Their address for mail, by which they will sign in", Required = true };
        Option<string> address = new("--address") { Description = "Where the application is served", DefaultValueFactory = _ => "http://localhost:5080" };
        Command open = new("open", "Open a provider and print a link by which its first administrator sets up how they sign in, once, within seven days.") { name, administrator, signInName, address };
        open.SetAction((parsed, stop) => OpenAsync(
            new(parsed.GetValue(name)!, parsed.GetValue(administrator)!, parsed.GetValue(signInName)!), SignInLinkCommand.Address(parsed.GetValue(address)!), stop));
        return new Command("provider", "Providers in the database.") { open };
    }

    private static async Task<int> OpenAsync(OpenProvider.Request request, Uri address, CancellationToken stop)
    {
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        switch (await new OpenProvider(database).HandleAsync(request, provider => SignInLinkCommand.Console(provider, "opened the provider at the console"), stop))
        {
            case InviteAccount.Result.Invited invited:
                Console.WriteLine($"{request.Provider} is open. {invited.Account.Name} sets up how they sign in here, once, within seven days:");
                Console.WriteLine(new Uri(address, $"/account/link/{invited.Secret}"));
                return ExitCodes.Done;
            case InviteAccount.Result.Refused refused:
                throw new BadInputException(refused.Problem.Words);
            default:
                throw new InvalidOperationException("There is no other answer.");
        }
    }
}
