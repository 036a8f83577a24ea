using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;

namespace Rostering.Web.Access;

/// <summary>Sign-in names are kept in small letters, without the blanks that phones like to add.</summary>
internal sealed class SignInNames : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
