namespace Rostering.Core.Access;

/// <summary>Roles as people call them.</summary>
public static class RoleWords
{
    public static string Words(this Role role) => role switch
    {
        Role.ServiceManager => "Service manager",
        Role.TeamLeader => "Team leader",
        Role.Finance => "Finance",
        Role.Hr => "HR",
        Role.Worker => "Worker",
        Role.Person => "Person supported",
        Role.Representative => "Representative",
        Role.Auditor => "Auditor",
        Role.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no words yet; give it some."),
    };
}
