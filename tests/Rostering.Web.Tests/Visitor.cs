using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Rostering.Web.Tests;

/// <summary>A browser without scripts: it keeps its cookies, and so who is signed in with it.</summary>
internal sealed class Visitor(HttpClient client) : IDisposable
{
    private string here = "/";

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Gets a page that has to be there.</summary>
    public async Task<IDocument> PageAsync(string address)
    {
        using var response = await GetAsync(address);
        response.EnsureSuccessStatusCode();
        here = response.RequestMessage!.RequestUri!.PathAndQuery;
        return await ParseAsync(response);
    }

    /// <summary>Sends a form of the page that was got last, filled in, with the page's own token.</summary>
    public Task<HttpResponseMessage> SendAsync(IElement form, params (string Name, string Value)[] fields) => SendToAsync(form.GetAttribute("action") ?? here, form, fields);

    /// <summary>Sends a form of a page that another answer brought, to that page's address.</summary>
    public Task<HttpResponseMessage> SendToAsync(string address, IElement form, params (string Name, string Value)[] fields)
    {
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return PostAsync(address, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent content = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    /// <summary>Makes a bare request, and waits no longer than for the head of its answer.</summary>
    public async Task<HttpResponseMessage> CallAsync(string method, string address)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response) => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public void Dispose() => client.Dispose();
}
