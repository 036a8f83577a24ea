namespace Rostering.Core.Finance.Demonstration;

/// <summary>The lines of a demonstration fund's rate card.</summary>
internal static class RateNames
{
    public const string Day = "day";
    public const string Weekend = "weekend";
    public const string Night = "night";
    public const string Mile = "mile";
}
