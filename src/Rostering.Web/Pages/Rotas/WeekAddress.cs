using NodaTime;
using NodaTime.Text;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Addresses of a week's pages.</summary>
internal static class WeekAddress
{
    /// <summary>The Monday that an address names; <c>null</c> where it names none.</summary>
    public static LocalDate? Monday(string week) => LocalDatePattern.Iso.Parse(week) is { Success: true, Value: { DayOfWeek: IsoDayOfWeek.Monday } day } ? day : null;

    public static string Of(LocalDate monday, string page = "") => $"/rotas/{LocalDatePattern.Iso.Format(monday)}{(page.Length > 0 ? "/" : "")}{page}";
}
