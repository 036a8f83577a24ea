namespace Rostering.Ledger;

/// <summary>Divides whole numbers without losing one: what rounding leaves over goes to the largest remainders, the first of equals first.</summary>
internal static class LargestRemainder
{
    public static long[] Split(long total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
            sum += weight < 0 ? throw new ArgumentException($"Weight {weight} is below nought; give weights of nought or more.") : weight;
        if (sum == 0)
            throw new ArgumentException("No weight is above nought; give at least one share.");

        var size = Int128.Abs(total);
        var sign = Math.Sign(total);
        var shares = weights.Select(weight => (long)(size * weight / sum)).ToArray();
        var over = (int)(size - shares.Aggregate((Int128)0, (all, share) => all + share));
        foreach (var at in Enumerable.Range(0, shares.Length).OrderByDescending(at => size * weights[at] % sum).Take(over))
            shares[at]++;
        return [.. shares.Select(share => share * sign)];
    }
}
