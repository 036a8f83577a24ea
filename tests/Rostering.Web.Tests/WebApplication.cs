using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Rostering.Core.Access;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>The web application in this process, on a database of its own, with a service manager signed in, or whom a test asks for.</summary>
internal sealed class WebApplication : IAsyncDisposable
{
    /// <summary>The header by which a visitor says from where they call.</summary>
    public const string CallerAddress = "Test-Address";

    private readonly WebApplicationFactory<Program> factory;
    private Visitor visitor = null!;
    private int visitors;

    private WebApplication(RotaDatabase database, Action<IServiceCollection>? services)
    {
        Database = database;
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, database.ConnectionString);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, database.OwnerConnectionString);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.ConfigureTestServices(own =>
        {
            own.AddSingleton<IStartupFilter, FromThisMachine>();
            services?.Invoke(own);
        }));
    }

    public RotaDatabase Database { get; }
    public IServiceProvider Services => factory.Services;

    public static async Task<WebApplication> StartAsync(Func<RotaDatabase, Task> fill, Action<IServiceCollection>? services = null, Role role = Role.ServiceManager)
    {
        RotaDatabase database = await RotaDatabase.CreateAsync();
        await fill(database);
        WebApplication web = new(database, services);
        web.visitor = await web.SignedInAsAsync(new Someone(role));
        return web;
    }

    /// <summary>A browser in which nobody is signed in, at an address of its own on this machine.</summary>
    public Visitor Stranger(bool followsRedirects = true, params IEnumerable<(string Name, string Value)> headers)
    {
        var client = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = followsRedirects });
        client.DefaultRequestHeaders.Add(CallerAddress, $"127.0.0.{Interlocked.Increment(ref visitors) % 250 + 1}");
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Remove(name);
            client.DefaultRequestHeaders.Add(name, value);
        }

        return new Visitor(client);
    }

    /// <summary>A browser in which someone is signed in, by a one-time link as the console prints it.</summary>
    public async Task<Visitor> SignedInAsAsync(Someone who, bool followsRedirects = true)
    {
        var browser = Stranger(followsRedirects);
        var page = await browser.PageAsync(await Accounts.LinkAsync(Database, who));
        using var response = await browser.SendAsync(page.QuerySelector("main form")!);
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => visitor.GetAsync(address);

    public Task<IDocument> PageAsync(string address) => visitor.PageAsync(address);

    public Task<HttpResponseMessage> SendAsync(IElement form, params (string Name, string Value)[] fields) => visitor.SendAsync(form, fields);

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await factory.DisposeAsync();
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, null);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, null);
        await Database.DisposeAsync();
    }

    /// <summary>The server in this process knows no addresses: it believes what its callers say.</summary>
    private sealed class FromThisMachine : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[CallerAddress].ToString());
                return following(context);
            });
            next(app);
        };
    }
}
