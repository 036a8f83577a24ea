namespace Rostering.Core.Tests.Finance;

/// <summary>How long and with which chance an attack goes on; printed, so that it can be done again.</summary>
internal static class Attack
{
    /// <summary>A seed of its own for each run, or that of <c>ROSTERING_ATTACK_SEED</c>.</summary>
    public static int Seed()
    {
        var seed = Number("ROSTERING_ATTACK_SEED", Random.Shared.Next());
        TestContext.Progress.WriteLine($"{TestContext.CurrentContext.Test.Name}: ROSTERING_ATTACK_SEED={seed}");
        return seed;
    }

    public static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value) : otherwise;
}
