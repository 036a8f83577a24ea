using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>The web application in this process, on a database of its own.</summary>
internal sealed class WebApplication : IAsyncDisposable
{
    private readonly RotaDatabase database;
    private readonly WebApplicationFactory<Program> factory = new();
    private readonly HttpClient client;

    private WebApplication(RotaDatabase database)
    {
        this.database = database;
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, database.ConnectionString);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, database.OwnerConnectionString);
        client = factory.CreateClient();
    }

    public static async Task<WebApplication> StartAsync(Func<RotaDatabase, Task> fill)
    {
        RotaDatabase database = await RotaDatabase.CreateAsync();
        await fill(database);
        return new WebApplication(database);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends the form of a page, filled in, with the page's own token.</summary>
    public async Task<HttpResponseMessage> SendAsync(IElement form, params (string Name, string Value)[] fields)
    {
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using FormUrlEncodedContent content = new(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    /// <summary>Gets a page that has to be there.</summary>
    public async Task<IDocument> PageAsync(string address)
    {
        using HttpResponseMessage response = await GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await factory.DisposeAsync();
        Environment.SetEnvironmentVariable(RosteringDatabase.EnvironmentVariable, null);
        Environment.SetEnvironmentVariable(RosteringDatabase.OwnerEnvironmentVariable, null);
        await database.DisposeAsync();
    }
}
