using Microsoft.EntityFrameworkCore;
using Rostering.Core.Cover;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Cover;

/// <summary>Swaps that workers propose: checked by the rules, and approved or automatic as the provider's terms say.</summary>
[CancelAfter(300_000)]
public sealed class SwapTests
{
    [Test]
    public async Task Swap_BothWantItAndALeaderApproves_ChangesHandsAndPromisesTheNewCost()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long before = await stage.PromisedAsync("v3");

        Assert.That(await ProposeAsync(stage, "ann", "v3", "bob"), Is.Null);
        Assert.That(await AnswerAsync(stage, stage.Worker("bob"), yes: true), Does.Contain("last word"));
        Assert.That((await stage.ToldAsync("v3")).Workers, Is.EqualTo(["ann"]));
        Assert.That(await AnswerAsync(stage, stage.Leader(), yes: true), Does.StartWith("The swap is done"));

        Assert.That((await stage.ToldAsync("v3")).Workers, Is.EqualTo(["bob"]));
        Assert.That(await stage.PromisedAsync("v3"), Is.GreaterThan(before));
        Assert.That(await stage.AsksAsync(), Is.EqualTo("bob:Asked bob:Yes"));
        Assert.That((await stage.ToldReadersAsync())[ProblemBuilder.Pat], Has.Some.EqualTo("bob comes on Tue 17 Nov 07:30"));
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task Swap_PolicyAutomatic_IsDoneWithTheOthersYes()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await stage.AgreeAsync(terms => terms with { SwapPolicy = SwapPolicy.Automatic });
        await ProposeAsync(stage, "ann", "v3", "bob");

        Assert.That(await AnswerAsync(stage, stage.Worker("bob"), yes: true), Does.StartWith("It is done"));
        Assert.That((await stage.ToldAsync("v3")).Workers, Is.EqualTo(["bob"]));
    }

    [Test]
    public async Task Swap_AgainstARule_IsNotEvenAsked()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await stage.IllAsync("bob", from: "tue 00:00", until: "tue 23:00");

        Assert.That(await ProposeAsync(stage, "ann", "v3", "bob"), Does.Contain("off sick"));
        Assert.That(await stage.Plan.CountAsync("swap"), Is.Zero);
        Assert.That((await stage.ToldReadersAsync())["bob"], Is.Empty);
    }

    [Test]
    public async Task Swap_SaidNoTo_ChangesNothingAndTheAskIsKept()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await ProposeAsync(stage, "ann", "v3", "bob");

        await AnswerAsync(stage, stage.Worker("bob"), yes: false);

        Assert.That((await stage.ToldAsync("v3")).Workers, Is.EqualTo(["ann"]));
        Assert.That(await stage.AsksAsync(), Is.EqualTo("bob:Asked bob:No"));
        Assert.That(await AnswerAsync(stage, stage.Leader(), yes: true), Is.EqualTo("The swap was answered before."));
    }

    private static Task<string?> ProposeAsync(LiveStage stage, string asker, string visit, string other) =>
        new ProposeSwap(stage.Plan.Ledger).HandleAsync(stage.Worker(asker), new(visit, other, InReturn: null), CancellationToken.None);

    private static async Task<string?> AnswerAsync(LiveStage stage, Core.Access.Act act, bool yes)
    {
        await using var database = stage.Open();
        long swap = await database.Swaps.Select(swap => swap.Id).SingleAsync();
        return await new AnswerSwap(stage.Plan.Ledger).HandleAsync(act, new(swap, yes), CancellationToken.None);
    }
}
