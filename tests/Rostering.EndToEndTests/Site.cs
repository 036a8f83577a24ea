using System.Collections.Concurrent;
using Microsoft.Playwright;
using Rostering.Core.Access;
using Rostering.CpSat.Engine;
using Rostering.Solver.Problem;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>The web application with two solved weeks, one small and one of real size, and a Chromium to look at it.</summary>
[SetUpFixture]
public sealed class Site
{
    public const string SmallWeek = "/rotas/2026-11-16";
    public const string RealWeek = "/rotas/2026-11-23";
    public const string Funds = "/funds?on=2026-11-02";
    public const string Fund = "/funds/2?on=2026-11-02";

    // Two cores may be shared with everything else that a build does.
    private const int PatienceMilliseconds = 120_000;

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    private static RotaDatabase database = null!;
    private static WebServer server = null!;
    private static IPlaywright playwright = null!;
    private static IBrowser browser = null!;
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Sessions = new(StringComparer.Ordinal);

    /// <summary>The database of the site, for what a test puts there itself.</summary>
    public static RotaDatabase Database => database;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        string chromium = Chromium();
        database = await RotaDatabase.CreateAsync();
        await using (ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 }))
        {
            RotaProblem small = Problems.Small();
            RotaProblem real = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new NodaTime.LocalDate(2026, 11, 23)).Problem;
            await database.SolveAsync(small, engine);
            await database.SolveAsync(real with { Provider = small.Provider }, engine, seconds: 8);
            await database.RecordAllAsync(real with { Provider = small.Provider });
        }

        await DemonstrationFunds.FillAsync(database);
        server = await WebServer.StartAsync(database);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>A window of its own, with nothing kept from another test but who is signed in: a service manager, unless a test says who, or that nobody is.</summary>
    public static Task<IPage> NewPageAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true) =>
        NewPageAsync(new Someone(Role.ServiceManager), width, scheme, scripts);

    public static async Task<IPage> NewPageAsync(Someone? who, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.Address.ToString(),
            ColorScheme = scheme,
            Locale = "en-GB",
            JavaScriptEnabled = scripts,
            StorageState = who is null ? null : await Sessions.GetOrAdd(who.Name, _ => new Lazy<Task<string>>(() => SignInAsync(who))).Value,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        window.SetDefaultTimeout(PatienceMilliseconds);
        return await window.NewPageAsync();
    }

    /// <summary>The address of a new invitation.</summary>
    public static async Task<string> InviteAsync(Someone who) => await Accounts.LinkAsync(database, await Accounts.OpenAsync(database, who), LinkPurpose.Invitation);

    /// <summary>A window on a server of a test's own, in which nobody is signed in.</summary>
    internal static async Task<IPage> OpenWindowAsync(WebServer own, int width)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = own.Address.ToString(), Locale = "en-GB", ViewportSize = new ViewportSize { Width = width, Height = 844 } });
        window.SetDefaultTimeout(PatienceMilliseconds);
        return await window.NewPageAsync();
    }

    /// <summary>Signs someone in by a one-time link, as the console prints it, and gives what the browser keeps of it.</summary>
    private static async Task<string> SignInAsync(Someone who)
    {
        var page = await NewPageAsync(who: null);
        await page.GotoAsync(await Accounts.LinkAsync(database, who));
        await page.Locator("main form button").ClickAsync();
        await page.Locator(".self").WaitForAsync();
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }

    private static string Chromium() =>
        (from name in Browsers
         from folder in Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault()
        ?? throw new InvalidOperationException($"No Chromium is on the PATH (looked for {string.Join(", ", Browsers)}). Run scripts/setup --for-tests as root, or: sudo apt-get install chromium");
}
