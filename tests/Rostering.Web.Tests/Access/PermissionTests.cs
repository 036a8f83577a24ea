using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.Web.Tests.Access;

/// <summary>Calls every page and endpoint that the application has as every role, and as nobody, and holds the table of who may.</summary>
public sealed class PermissionTests
{
    // r: may look; c: may look and change; a: anyone, signed in or not. In the order of the roles.
    private const string Table =
        """
        path           SM TL Fi HR Wo Pe Re Au Ad
        /error         a  a  a  a  a  a  a  a  a
        /account/link  a  a  a  a  a  a  a  a  a
        /account/sign-in a a a  a  a  a  a  a  a
        /calendar      a  a  a  a  a  a  a  a  a
        /account       c  c  c  c  c  c  c  c  c
        /              r  r  r  r  r  r  r  r  r
        /house-terms   c  r  r  r  -  -  -  r  -
        /people        c  r  -  -  -  -  -  r  -
        /workers       c  r  -  c  -  -  -  r  -
        /teams         c  r  -  r  -  -  -  r  -
        /places        c  r  -  -  -  -  -  r  -
        /requests      c  r  -  -  -  -  -  r  -
        /import        c  -  -  -  -  -  -  -  -
        /rotas         c  c  r  -  -  -  -  r  -
        /live          c  c  -  -  -  -  -  -  -
        /cover         c  c  -  -  -  -  -  -  -
        /packages      c  -  -  -  -  -  -  -  -
        /funds         r  r  c  -  -  -  -  r  -
        /funds/{id:int}/record - - c - - -  -  -  -
        /funds/{id:int}/terms r - c - - -  -  r  -
        /funds/new     -  -  c  -  -  -  -  -  -
        /funds/councils r -  c  -  -  -  -  r  -
        /funds/councils/record - - c - - - - - -
        /funds/reserve -  -  c  -  -  -  -  r  -
        /funds/remittances - -  c  -  -  -  -  -  -
        /funds/waiting -  -  c  -  -  -  -  r  -
        /my            -  -  -  -  c  c  c  -  -
        /my/leave      -  -  -  -  c  -  -  -  -
        /my/offers     -  -  -  -  c  -  -  -  -
        /my/availability - - -  -  c  -  -  -  -
        /messages      c  c  c  c  c  c  c  c  c
        /my-team       c  c  -  -  -  -  -  -  -
        /audit         r  -  -  -  -  -  -  r  -
        /admin         -  -  -  -  -  -  -  -  c
        """;

    private static readonly IReadOnlyList<(string Path, string[] Rights)> Rows =
        [.. Table.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(words => (words[0], words[1..]))];

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(_ => Task.CompletedTask);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public void Endpoints_All_AreInTheTableAndDecideNothingThemselves()
    {
        var strays = Endpoints().Where(endpoint => Row(endpoint) is null
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null);

        Assert.That(Endpoints().Count(), Is.GreaterThan(8));
        Assert.That(strays.Select(PathOf), Is.Empty, "a new page needs a line in Permissions.cs and one here");
    }

    [Test]
    public async Task Endpoint_CalledAsARole_AnswersAsTheTableSays([Values] Role role)
    {
        using var visitor = await web.SignedInAsAsync(new Someone(role), followsRedirects: false);

        List<string> wrong = [];
        foreach (var (endpoint, method) in Calls())
        {
            var right = Row(endpoint)![(int)role];
            using var response = await CallAsync(visitor, endpoint, method);
            var may = right is "a" or "c" || (right == "r" && method == "GET");
            if (!IsAsExpected(response.StatusCode, may))
                wrong.Add($"{method} {PathOf(endpoint)} answers {(int)response.StatusCode}, though the table says '{right}'");
        }

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("/rotas/2026-11-16/solve")]
    [TestCase("/rotas/2026-11-16/consult")]
    [TestCase("/rotas/2026-11-16/publish")]
    [TestCase("/import")]
    [TestCase("/house-terms")]
    [TestCase("/house-terms/edit/weights")]
    [TestCase("/house-terms/cover/new")]
    public async Task Change_OfEveryTeamByWhoIsHeldToSome_IsForbiddenThoughTheyMayLook(string address)
    {
        using var manager = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Name = "Held Manager", Teams = ["north"] }, followsRedirects: false);

        using var look = await manager.CallAsync("GET", address);
        using var change = await manager.CallAsync("POST", address);

        Assert.That(look.StatusCode, Is.Not.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(change.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Endpoint_CalledByNobody_AsksToSignIn()
    {
        using var stranger = web.Stranger(followsRedirects: false);

        List<string> open = [];
        foreach (var (endpoint, method) in Calls().Where(call => Row(call.Endpoint)![0] != "a"))
        {
            using var response = await CallAsync(stranger, endpoint, method);
            if (response.StatusCode != HttpStatusCode.Redirect || response.Headers.Location!.AbsolutePath != "/account/sign-in")
                open.Add($"{method} {PathOf(endpoint)} answers {(int)response.StatusCode}");
        }

        Assert.That(open, Is.Empty);
    }

    [Test]
    public async Task Change_WithoutThePagesToken_IsRefused()
    {
        using var visitor = await web.SignedInAsAsync(new Someone(Role.ServiceManager), followsRedirects: false);

        List<string> unguarded = [];
        foreach (var (endpoint, method) in Calls().Where(call => call.Method != "GET" && Row(call.Endpoint)![0] == "c"))
        {
            using var response = await CallAsync(visitor, endpoint, method);
            if (response.StatusCode != HttpStatusCode.BadRequest)
                unguarded.Add($"{method} {PathOf(endpoint)} answers {(int)response.StatusCode}");
        }

        Assert.That(unguarded, Is.Empty);
    }

    private static bool IsAsExpected(HttpStatusCode answer, bool may) =>
        may ? answer is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) && (int)answer < 500 : answer == HttpStatusCode.Forbidden;

    private static Task<HttpResponseMessage> CallAsync(Visitor visitor, RouteEndpoint endpoint, string method) => visitor.CallAsync(method, Address(endpoint.RoutePattern));

    private IEnumerable<RouteEndpoint> Endpoints() => web.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().DistinctBy(PathAndMethods);

    // A page answers any method; a POST to it has to be refused as well as a GET.
    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Calls() =>
        from endpoint in Endpoints()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (endpoint, method);

    private static string[]? Row(RouteEndpoint endpoint) => Rows
        .Where(row => PathOf(endpoint) == row.Path || PathOf(endpoint).StartsWith(row.Path + '/', StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(row => row.Path.Length).Select(row => row.Rights).FirstOrDefault();

    private static string PathOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    private static string PathAndMethods(RouteEndpoint endpoint) =>
        PathOf(endpoint) + string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []);

    private static string Address(RoutePattern pattern) => '/' + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))));

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart { Name: "week" } => "2026-11-16",
        _ => "1",
    };
}
