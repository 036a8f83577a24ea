namespace Rostering.CpSat.Engine;

/// <summary>A solver process wrote something that is no message of the protocol. It has been killed.</summary>
public sealed class EngineProtocolException(string message, Exception? inner = null)
    : EngineException(message, inner);
