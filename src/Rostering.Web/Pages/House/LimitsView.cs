namespace Rostering.Web.Pages.House;

/// <summary>A table of limits: those of the law, or those of the house.</summary>
public sealed record LimitsView(HouseTermsModel Page, bool OfLaw);
