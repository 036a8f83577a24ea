using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rostering.Core.Messages.Push;

/// <summary>
/// Encrypts a text so that one browser alone can read it, and not the push service on the way (RFC 8291): the body is one record in the
/// encoding aes128gcm (RFC 8188).
/// </summary>
internal static class PushEncryption
{
    public const int SecretBytes = 16;

    /// <summary>The longest text; no push service has to take a longer body than one record.</summary>
    public const int TextMax = RecordBytes - HeadBytes - TagBytes - 1;

    private const int RecordBytes = 4096;
    private const int SaltBytes = 16;
    private const int TagBytes = 16;
    private const int HeadBytes = SaltBytes + sizeof(uint) + 1 + P256.PointBytes;

    /// <summary>What ends the text of the last record.</summary>
    private const byte LastRecord = 2;

    /// <summary>The body for a device of that public key, with which we share that secret.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> text, byte[] devicePoint, byte[] secret)
    {
        using var own = ECDiffieHellman.Create(P256.Curve);
        return Encrypt(text, devicePoint, secret, own, RandomNumberGenerator.GetBytes(SaltBytes));
    }

    /// <summary>With a key pair and a salt that were chosen before; each pair serves one text.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> text, byte[] devicePoint, byte[] secret, ECDiffieHellman own, byte[] salt)
    {
        if (text.Length > TextMax)
            throw new ArgumentException($"A notice of {text.Length} bytes is too long: it may have {TextMax}.", nameof(text));
        var ownPoint = P256.Point(own.ExportParameters(includePrivateParameters: false));
        var shared = Shared(own, ownPoint, devicePoint, secret);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 16, salt, [.. "Content-Encoding: aes128gcm\0"u8]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 12, salt, [.. "Content-Encoding: nonce\0"u8]);

        byte[] record = [.. text, LastRecord];
        var sealedRecord = new byte[record.Length];
        var tag = new byte[TagBytes];
        using AesGcm aes = new(key, TagBytes);
        aes.Encrypt(nonce, record, sealedRecord, tag);
        return [.. Head(salt, ownPoint), .. sealedRecord, .. tag];
    }

    private static byte[] Shared(ECDiffieHellman own, byte[] ownPoint, byte[] devicePoint, byte[] secret)
    {
        using var device = P256.Key(devicePoint);
        using var devicePublic = device.PublicKey;
        var agreed = own.DeriveRawSecretAgreement(devicePublic);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, agreed, 32, secret, [.. "WebPush: info\0"u8, .. devicePoint, .. ownPoint]);
    }

    private static byte[] Head(byte[] salt, byte[] ownPoint)
    {
        var size = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(size, RecordBytes);
        return [.. salt, .. size, (byte)ownPoint.Length, .. ownPoint];
    }
}
