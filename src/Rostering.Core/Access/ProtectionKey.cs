namespace Rostering.Core.Access;

/// <summary>A key that cookies and authenticator keys are encrypted with, as the framework writes it.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
