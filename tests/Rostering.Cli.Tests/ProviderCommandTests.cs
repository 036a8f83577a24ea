using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

/// <summary>A provider that is no demonstration gets its first administrator, and no second one by the console.</summary>
public sealed class ProviderCommandTests
{
    private RotaDatabase database = null!;

    [SetUp]
    public async Task OpenAsync() => database = await RotaDatabase.CreateAsync();

    [TearDown]
    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Test]
    public async Task Open_NewProvider_PrintsALinkThatLetsItsAdministratorSetUpOnce()
    {
        var run = await RunAsync("Rowan Care", "--administrator", "Ada Field", "--sign-in-name", "ada@example.org", "--address", "https://rota.example.org");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("Rowan Care is open. Ada Field sets up").And.Match(@"https://rota\.example\.org/account/link/\S{20,}"));
        await using var context = database.Open();
        FollowSignInLink links = new(context);
        var secret = run.Output.Split("/account/link/")[1].Trim();
        var followed = await links.HandleAsync(secret, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);
        Assert.That((followed!.Purpose, followed.Account.Name, followed.Account.PasswordHash), Is.EqualTo((LinkPurpose.Invitation, "Ada Field", (string?)null)));
        Assert.That(followed.Account.Roles, Is.EqualTo([Role.Administrator]));
        Assert.That(await links.HandleAsync(secret, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None), Is.Null, "it works once");
        Assert.That(await database.AskAsync("select why from audit_entry where what = 'access.open-account'"), Is.EqualTo("opened the provider at the console"));
    }

    [Test]
    public async Task Open_ProviderWithAnAdministrator_IsRefusedAndSaysWhoInvites()
    {
        await RunAsync("Rowan Care", "--administrator", "Ada Field", "--sign-in-name", "ada@example.org");

        var again = await RunAsync("Rowan Care", "--administrator", "Eve Other", "--sign-in-name", "eve@example.org");

        Assert.That(again.ExitCode, Is.EqualTo(2));
        Assert.That(again.Errors, Does.Contain("Rowan Care has an administrator already").And.Contain("invite others"));
        Assert.That(await database.AskAsync("select count(*) from access.user_account"), Is.EqualTo(1));
    }

    [Test]
    public async Task Open_SignInNameThatIsNone_NamesItAndOpensNothing()
    {
        var run = await RunAsync("Rowan Care", "--administrator", "Ada Field", "--sign-in-name", "ada");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("'ada' is no address for mail"));
        Assert.That(await database.AskAsync("select count(*) from provider"), Is.Zero);
    }

    private Task<CommandLine.Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync(
        ["provider", "open", .. arguments],
        (RosteringDatabase.EnvironmentVariable, database.ConnectionString),
        (RosteringDatabase.OwnerEnvironmentVariable, database.OwnerConnectionString));
}
