using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rostering.Core.Messages.Push;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages.Push;

public sealed class PushEncryptionTests
{
    private static readonly Gen<byte[]> Texts = Gen.Sized(size => Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(Math.Min(size * 40, PushEncryption.TextMax)));

    [Test]
    public void Encrypt_ExampleOfTheStandard_GivesItsBytes()
    {
        // RFC 8291, section 5 and appendix A.
        using var own = Key("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using PushBrowser browser = new(
            Key("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"));

        var body = PushEncryption.Encrypt("When I grow up, I want to be a watermelon"u8, browser.Point, browser.Secret, own, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.That(Base64Url.EncodeToString(body), Is.EqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
            + "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));
        Assert.That(Encoding.UTF8.GetString(browser.Decrypt(body)), Is.EqualTo("When I grow up, I want to be a watermelon"));
    }

    [Test]
    public void Encrypt_AnyText_IsReadByItsBrowserAlone() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        using PushBrowser browser = new();
        using PushBrowser other = new();

        var body = PushEncryption.Encrypt(text, browser.Point, browser.Secret);

        Assert.That(browser.Decrypt(body), Is.EqualTo(text));
        Assert.That(body, Has.Length.LessThanOrEqualTo(4096));
        Assert.That(() => other.Decrypt(body), Throws.InstanceOf<CryptographicException>());
        body[^1] ^= 1;
        Assert.That(() => browser.Decrypt(body), Throws.InstanceOf<CryptographicException>());
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Encrypt_TextTooLongForOneRecord_IsABug()
    {
        using PushBrowser browser = new();

        Assert.That(() => PushEncryption.Encrypt(new byte[PushEncryption.TextMax + 1], browser.Point, browser.Secret), Throws.ArgumentException);
    }

    private static ECDiffieHellman Key(string number, string point)
    {
        var q = Base64Url.DecodeFromChars(point);
        return ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars(number),
            Q = new ECPoint { X = q[1..33], Y = q[33..] },
        });
    }
}
