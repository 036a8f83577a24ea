using Microsoft.Playwright;
using Rostering.CpSat.Engine;
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

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    private static RotaDatabase database = null!;
    private static WebServer server = null!;
    private static IPlaywright playwright = null!;
    private static IBrowser browser = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        string chromium = Chromium();
        database = await RotaDatabase.CreateAsync();
        await using (ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 }))
        {
            await database.SolveAsync(Problems.Small(), engine);
            await database.SolveAsync(DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new NodaTime.LocalDate(2026, 11, 23)).Problem, engine, seconds: 8);
        }

        await DemonstrationFunds.FillAsync(database);
        server = await WebServer.StartAsync(database);
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

    /// <summary>A window of its own, with nothing kept from another test.</summary>
    public static async Task<IPage> NewPageAsync(int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        IBrowserContext window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.Address.ToString(),
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        window.SetDefaultTimeout(120_000);
        return await window.NewPageAsync();
    }

    private static string Chromium() =>
        (from name in Browsers
         from folder in Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault()
        ?? throw new InvalidOperationException($"No Chromium is on the PATH (looked for {string.Join(", ", Browsers)}). Run scripts/setup --for-tests as root, or: sudo apt-get install chromium");
}
