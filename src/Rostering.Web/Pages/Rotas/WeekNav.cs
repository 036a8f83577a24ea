using NodaTime;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The way between the pages of a week, in the order of the work.</summary>
public sealed record WeekNav(LocalDate Monday, string Current)
{
    public static IReadOnlyList<(string Page, string Name)> Pages { get; } =
        [("", "Rota"), ("solve", "Plan"), ("board", "Board"), ("consult", "Consult"), ("publish", "Publish")];
}
