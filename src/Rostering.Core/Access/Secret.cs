using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Rostering.Core.Access;

/// <summary>Secrets that nobody can guess, and the hashes that are kept of them.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, in letters that an address can hold.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a secret. It needs no salt: a secret of ours is as hard to guess as its hash.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
