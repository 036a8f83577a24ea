using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Rostering.Testing;

/// <summary>An authenticator app as phones have them (RFC 6238): it shows six digits that change every half minute.</summary>
public static class AuthenticatorApp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>What the app shows now for a key as it is typed in.</summary>
    public static string Code(string key)
    {
        var step = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard that the apps follow says SHA-1.
        var hash = HMACSHA1.HashData(Bytes(key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var letters = key.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray();
        var number = letters.Aggregate(BigInteger.Zero, (sum, letter) => (sum << 5) + Base32.IndexOf(letter, StringComparison.Ordinal));
        var bytes = (number >> (letters.Length * 5 % 8)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[(letters.Length * 5 / 8) - bytes.Length], .. bytes];
    }
}
