using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Rostering.Ledger.Verification;

/// <summary>The names by which the database knows the values of an enum: snake case, in UTF-8.</summary>
public static class Labels
{
    /// <summary>How many values there are; they count from nought.</summary>
    public static int Count<T>()
        where T : struct, Enum => Known<T>.Names.Length;

    public static string Text<T>(T value)
        where T : struct, Enum => Encoding.UTF8.GetString(Known<T>.Names[Array.IndexOf(Known<T>.Values, value)]);

    /// <summary>The value of a name.</summary>
    /// <exception cref="FormatException">No value has that name.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> name)
        where T : struct, Enum
    {
        var names = Known<T>.Names;
        for (var at = 0; at < names.Length; at++)
        {
            if (name.SequenceEqual(names[at]))
                return Known<T>.Values[at];
        }

        throw new FormatException($"'{Encoding.UTF8.GetString(name)}' is no {typeof(T).Name} that this version knows; use the version that wrote it.");
    }

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(string name)
        where T : struct, Enum => Known<T>.ByText.TryGetValue(name, out var value) ? value : Parse<T>(Encoding.UTF8.GetBytes(name));

    internal static ReadOnlySpan<byte> Of(Account account) => Known<Account>.Names[(int)account];

    internal static ReadOnlySpan<byte> Of(Unit unit) => Known<Unit>.Names[(int)unit];

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly byte[][] Names = [.. Values.Select(value => Encoding.UTF8.GetBytes(JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())))];
        public static readonly FrozenDictionary<string, T> ByText = Values.Zip(Names).ToFrozenDictionary(pair => Encoding.UTF8.GetString(pair.Second), pair => pair.First, StringComparer.Ordinal);
    }
}
