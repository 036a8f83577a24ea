using Rostering.Core.Access;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

/// <summary>The links that <c>scripts/run</c> prints.</summary>
public sealed class SignInLinkCommandTests
{
    private RotaDatabase database = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        database = await RotaDatabase.CreateAsync();
        foreach (Role role in Enum.GetValues<Role>())
            await Accounts.OpenAsync(database, new Someone(role));
    }

    [OneTimeTearDown]
    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Test]
    public async Task Links_NoRole_AreOneForEachAtTheAddressGiven()
    {
        var run = await RunAsync("--address", "http://localhost:5099");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(Enum.GetValues<Role>().Length)
            .And.All.Matches(@" http://localhost:5099/account/link/\S{20,}$"));
    }

    [Test]
    public async Task Links_AddressThatIsNone_SaysWhatToGive()
    {
        var run = await RunAsync("--address", "localhost");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("--address 'localhost'").And.Contain("http://localhost:5080"));
    }

    private Task<CommandLine.Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync(
        ["sign-in-link", .. arguments],
        (RosteringDatabase.EnvironmentVariable, database.ConnectionString),
        (RosteringDatabase.OwnerEnvironmentVariable, database.OwnerConnectionString));
}
