using System.Buffers.Text;
using System.Security.Cryptography;

namespace Rostering.Testing;

/// <summary>A browser that has subscribed to notices: it alone can read what is encrypted for it (RFC 8291, written from the reader's side).</summary>
public sealed class PushBrowser : IDisposable
{
    private const int SaltBytes = 16;
    private const int TagBytes = 16;
    private const int PointBytes = 65;

    private readonly ECDiffieHellman key;

    public PushBrowser()
        : this(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(16))
    {
    }

    /// <summary>One whose key and secret are known.</summary>
    public PushBrowser(ECDiffieHellman key, byte[] secret) => (this.key, Secret) = (key, secret);

    public byte[] Secret { get; }

    public byte[] Point
    {
        get
        {
            var q = key.ExportParameters(includePrivateParameters: false).Q;
            return [4, .. q.X!, .. q.Y!];
        }
    }

    /// <summary>The keys as a browser's script gives them.</summary>
    public (string P256dh, string Auth) Subscription => (Base64Url.EncodeToString(Point), Base64Url.EncodeToString(Secret));

    /// <summary>What a body of one record says.</summary>
    /// <exception cref="CryptographicException">It was not encrypted for this browser, or was changed on the way.</exception>
    public byte[] Decrypt(byte[] body)
    {
        var salt = body[..SaltBytes];
        var head = SaltBytes + sizeof(uint) + 1;
        var sender = body[head..(head + PointBytes)];
        var record = body[(head + PointBytes)..];
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        var shared = Derive(key.DeriveRawSecretAgreement(theirs.PublicKey), Secret, [.. "WebPush: info\0"u8, .. Point, .. sender], 32);

        var text = new byte[record.Length - TagBytes];
        using AesGcm aes = new(Derive(shared, salt, [.. "Content-Encoding: aes128gcm\0"u8], 16), TagBytes);
        aes.Decrypt(Derive(shared, salt, [.. "Content-Encoding: nonce\0"u8], 12), record.AsSpan(0, text.Length), record.AsSpan(text.Length), text);
        var end = text.AsSpan().LastIndexOfAnyExcept((byte)0);
        return text[end] == 2 ? text[..end] : throw new CryptographicException("The record does not say that it is the last.");
    }

    public void Dispose() => key.Dispose();

    private static byte[] Derive(byte[] from, byte[] salt, byte[] info, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, from, length, salt, info);
}
