namespace Rostering.CpSat.Engine;

/// <summary>A solve that got no answer. Each way of failing is a type of its own.</summary>
public abstract class EngineException : Exception
{
    private protected EngineException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
