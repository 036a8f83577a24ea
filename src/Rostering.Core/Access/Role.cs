namespace Rostering.Core.Access;

/// <summary>What someone does for a provider, or is to it. What each may do is decided in one place and denied unless it is named there.</summary>
public enum Role
{
    /// <summary>Plans and publishes the weekly rotas.</summary>
    ServiceManager,

    /// <summary>Runs the day: cover, swaps, confirmations.</summary>
    TeamLeader,

    /// <summary>Reconciles the funds with the councils.</summary>
    Finance,

    /// <summary>Looks after contracts, papers and exposure.</summary>
    Hr,

    /// <summary>A support worker: their own week and nothing of anyone else's.</summary>
    Worker,

    /// <summary>A person supported: their own week and fund.</summary>
    Person,

    /// <summary>Speaks for a person supported.</summary>
    Representative,

    /// <summary>Reads everything and changes nothing.</summary>
    Auditor,

    /// <summary>Looks after accounts; sees no care and no money.</summary>
    Administrator,
}
