using System.Globalization;
using System.Text.RegularExpressions;

namespace Rostering.CpSat.Engine;

/// <summary>
/// Reads progress out of CP-SAT's log, which is all that the C API tells of a running solve. The lines are
/// <c>#1 0.01s best:655 next:[…] name</c> for a solution and <c>#Bound 0.04s best:930 next:[808,929] name</c> for a
/// bound, where <c>next</c> is the range that is still open beyond the best.
/// </summary>
internal static partial class SearchLog
{
    /// <summary>The solution that a line reports, if it reports one; its values are not in the log.</summary>
    public static SolutionFound? Solution(string line)
    {
        var match = SolutionLine().Match(line);
        return match.Success
            ? new SolutionFound(Number(match, "best"), OpenEnd(match), Number(match, "seconds"), [])
            : null;
    }

    /// <summary>The bound that a line reports, if it reports one.</summary>
    public static double? Bound(string line)
    {
        var match = BoundLine().Match(line);
        return match.Success ? OpenEnd(match) : null;
    }

    [GeneratedRegex(@"^#\d+\s+(?<seconds>[\d.]+)s(\s+best:(?<best>\S+)\s+next:\[(?<low>[^,\]]*)(,(?<high>[^\]]*))?\])?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SolutionLine();

    [GeneratedRegex(@"^#Bound\s+(?<seconds>[\d.]+)s\s+best:(?<best>\S+)\s+next:\[(?<low>[^,\]]*)(,(?<high>[^\]]*))?\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoundLine();

    // Maximising, what is open lies above the best; minimising, below. The bound is its far end.
    private static double OpenEnd(Match match)
    {
        if (!match.Groups["low"].Success || match.Groups["low"].Length == 0)
            return Number(match, "best"); // Nothing is open: the best is proven.
        var low = Number(match, "low");
        return low > Number(match, "best") ? Number(match, "high") : low;
    }

    private static double Number(Match match, string group) => match.Groups[group].Value switch
    {
        "" => 0,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var digits => double.Parse(digits, CultureInfo.InvariantCulture),
    };
}
