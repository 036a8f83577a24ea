using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Core.Messages.Push;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages.Push;

public sealed class KeepDevicesTests
{
    private Pocket pocket = null!;

    [SetUp]
    public async Task OpenAsync() => pocket = await Pocket.OpenAsync();

    [TearDown]
    public ValueTask CloseAsync() => pocket.DisposeAsync();

    [Test]
    public async Task Add_TwoDevices_AreListedWithNameAndTimeAndAudited()
    {
        using var phone = await pocket.AddAsync("phone");
        using var tablet = await pocket.AddAsync("tablet");

        var devices = (await OwnAsync(Pocket.Ann)).Devices;

        Assert.That(devices.Select(device => device.Name), Is.EqualTo(["phone", "tablet"]));
        Assert.That(devices.Select(device => device.AddedAt), Is.All.EqualTo(pocket.Post.Clock.Now));
        Assert.That(await pocket.Post.AskAsync("select string_agg(by_name || ' ' || subject, ', ' order by id) from audit_entry where what = 'messages.add-device'"),
            Is.EqualTo("Ann Reid device/phone, Ann Reid device/tablet"));
    }

    [Test]
    public async Task Add_DeviceWithoutANameOrWithALongOne_HasAName()
    {
        using PushBrowser first = new();
        using PushBrowser second = new();
        await pocket.AddAsync(pocket.RequestOf(first, "a") with { Name = " " });
        await pocket.AddAsync(pocket.RequestOf(second, "b") with { Name = new string('x', 80) });

        Assert.That((await OwnAsync(Pocket.Ann)).Devices.Select(device => device.Name), Is.EqualTo(["Device", new string('x', 60)]));
    }

    [Test]
    public async Task Add_KeysThatAreNone_IsRefusedInWords()
    {
        using PushBrowser browser = new();
        var good = pocket.RequestOf(browser, "phone");
        var offTheCurve = System.Buffers.Text.Base64Url.EncodeToString([4, .. new byte[63], 1]);

        foreach (var bad in new[] { good with { P256dh = null }, good with { P256dh = "%" }, good with { P256dh = "AAAA" }, good with { P256dh = offTheCurve }, good with { Auth = "AAAA" }, good with { Auth = null } })
            Assert.That(await pocket.AddAsync(bad), Does.Contain("no keys"), bad.ToString());
        Assert.That(await pocket.AddAsync(good with { Endpoint = "https://192.168.1.1/a" }), Does.Contain("192.168.1.1"));
        Assert.That(await pocket.Post.AskAsync("select count(*) from notice_device"), Is.Zero);
    }

    [Test]
    public async Task Add_SameAddressAgain_IsRefusedWhoseverItIs()
    {
        using var phone = await pocket.AddAsync("phone");

        Assert.That(await pocket.AddAsync(pocket.RequestOf(phone, "phone")), Does.Contain("already"));
        Assert.That(await pocket.AddAsync(pocket.RequestOf(phone, "phone"), new Someone(Role.Finance)), Does.Contain("already"));
        Assert.That((await OwnAsync(Pocket.Ann)).Devices, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Add_MoreThanAnybodyUses_IsRefusedInWords()
    {
        for (var number = 0; number < KeepDevices.DevicesMax; number++)
            (await pocket.AddAsync($"phone{number}")).Dispose();
        using PushBrowser next = new();

        Assert.That(await pocket.AddAsync(pocket.RequestOf(next, "next")), Does.Contain("Remove one"));
    }

    [Test]
    public async Task Remove_OwnDevice_IsGoneAndAudited_AndNobodyElsesIs()
    {
        using var phone = await pocket.AddAsync("phone");
        var id = (await OwnAsync(Pocket.Ann)).Devices.Single().Id;
        var (ann, other) = (await pocket.ActAsync(Pocket.Ann), await pocket.ActAsync(new Someone(Role.Administrator)));

        var byOther = await pocket.KeepAsync(keep => keep.RemoveAsync(other, id, CancellationToken.None));
        var byAnn = await pocket.KeepAsync(keep => keep.RemoveAsync(ann, id, CancellationToken.None));

        Assert.That((byOther, byAnn), Is.EqualTo((false, true)));
        Assert.That((await OwnAsync(Pocket.Ann)).Devices, Is.Empty);
        Assert.That(await pocket.Post.AskAsync("select by_name from audit_entry where what = 'messages.remove-device'"), Is.EqualTo("Ann Reid"));
    }

    [Test]
    public async Task Key_FirstNeededByManyAtOnce_IsOneForAll()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await OwnAsync(Pocket.Ann)).Key));

        Assert.That(keys.Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(await pocket.Post.AskAsync("select count(*) from access.push_key"), Is.EqualTo(1));
    }

    [Test]
    public async Task Key_OfTheInstallation_IsNeitherChangedNorRemovedByTheApplication()
    {
        await OwnAsync(Pocket.Ann);
        await using var database = pocket.Post.Open();
        var row = database.PushKeys.Single();

        database.PushKeys.Remove(row);

        Assert.That(() => database.SaveChangesAsync(), Throws.InnerException.Message.Contains("permission denied"));
    }

    [Test]
    public async Task Of_HouseThatSendsNoNotices_IsNothing()
    {
        await using var database = pocket.Post.Open();
        KeepDevices keep = new(database, new MessageOptions(), new ReadPushKey(database, pocket.Post.Clock));

        Assert.That(await keep.OfAsync((await pocket.ActAsync(Pocket.Ann)).By, CancellationToken.None), Is.Null);
    }

    private async Task<KeepDevices.Result> OwnAsync(Someone who)
    {
        var actor = (await pocket.ActAsync(who)).By;
        return (await pocket.KeepAsync(keep => keep.OfAsync(actor, CancellationToken.None)))!;
    }
}
