using System.Security.Cryptography;

namespace Rostering.Core.Messages.Push;

/// <summary>Public keys on the curve P-256 as web push writes them: one point, uncompressed.</summary>
internal static class P256
{
    public const int PointBytes = 1 + (2 * NumberBytes);

    private const int NumberBytes = 32;
    private const byte Uncompressed = 4;

    public static ECCurve Curve => ECCurve.NamedCurves.nistP256;

    public static byte[] Point(ECParameters key) => [Uncompressed, .. key.Q.X!, .. key.Q.Y!];

    /// <summary>The key of a point.</summary>
    /// <exception cref="CryptographicException">The bytes are no point of the curve.</exception>
    public static ECDiffieHellman Key(ReadOnlySpan<byte> point)
    {
        if (point.Length != PointBytes || point[0] != Uncompressed)
            throw new CryptographicException($"A key has {PointBytes} bytes and begins with {Uncompressed}.");
        ECPoint q = new() { X = point[1..(1 + NumberBytes)].ToArray(), Y = point[(1 + NumberBytes)..].ToArray() };
        return ECDiffieHellman.Create(new ECParameters { Curve = Curve, Q = q });
    }
}
