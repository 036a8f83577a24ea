using System.Net;
using Rostering.Core.Messages;
using Rostering.Core.Messages.Push;

namespace Rostering.Core.Tests.Messages.Push;

/// <summary>What a browser may make our server call, and what not.</summary>
public sealed class PushAddressesTests
{
    private static readonly PushAddresses Open = new(options: null);

    [TestCase("https://fcm.googleapis.com/fcm/send/abc:APA91")]
    [TestCase("https://updates.push.services.mozilla.com/wpush/v2/gAAA")]
    [TestCase("https://web.push.apple.com/QGh")]
    public void Fault_PushServiceOfABrowser_IsNone(string address) => Assert.That(Open.Fault(address), Is.Null);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("/messages")]
    [TestCase("http://push.example.org/a")]
    [TestCase("ftp://push.example.org/a")]
    [TestCase("file:///etc/passwd")]
    [TestCase("https://push.example.org:8443/a")]
    [TestCase("https://user:word@push.example.org/a")]
    [TestCase("https://localhost/a")]
    [TestCase("https://intranet/a")]
    [TestCase("https://127.0.0.1/a")]
    [TestCase("https://0x7f.1/a")]
    [TestCase("https://2130706433/a")]
    [TestCase("https://10.0.0.1/a")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://[::1]/a")]
    [TestCase("https://[::ffff:10.0.0.1]/a")]
    [TestCase("https://8.8.8.8/a")]
    public void Fault_AnyOther_IsInWords(string? address) => Assert.That(Open.Fault(address), Does.EndWith(".").And.Length.GreaterThan(20));

    [Test]
    public void Fault_LongerThanAnyPushServices_IsInWords() => Assert.That(Open.Fault($"https://push.example.org/{new string('a', 1000)}"), Is.Not.Null);

    [TestCase("8.8.8.8")]
    [TestCase("142.250.187.206")]
    [TestCase("172.32.0.1")]
    [TestCase("2a00:1450:4009:81f::200e")]
    [TestCase("::ffff:8.8.8.8")]
    public void MayReach_OpenInternet_IsAllowed(string address) => Assert.That(Open.MayReach("push.example.org", IPAddress.Parse(address)), Is.True);

    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("100.64.0.1")]
    [TestCase("127.0.0.1")]
    [TestCase("127.255.255.254")]
    [TestCase("169.254.169.254")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::127.0.0.1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("64:ff9b::a00:1")]
    [TestCase("2001::1")]
    [TestCase("2002:a00:1::1")]
    [TestCase("fc00::1")]
    [TestCase("fd12:3456::1")]
    [TestCase("fe80::1")]
    [TestCase("ff02::1")]
    public void MayReach_AnyOther_IsDenied(string address) => Assert.That(Open.MayReach("push.example.org", IPAddress.Parse(address)), Is.False);

    [Test]
    public void TrustedHost_IsCalledWhereverItIs_AndNoOther()
    {
        PushAddresses addresses = new(new PushOptions { Contact = new Uri("mailto:it@example.org"), TrustedHosts = ["127.0.0.1"] });

        Assert.That(addresses.Fault("http://127.0.0.1:5000/a"), Is.Null);
        Assert.That(addresses.MayReach("127.0.0.1", IPAddress.Loopback), Is.True);
        Assert.That(addresses.Fault("http://127.0.0.2:5000/a"), Is.Not.Null);
        Assert.That(addresses.MayReach("push.example.org", IPAddress.Loopback), Is.False);
    }
}
