namespace Rostering.CpSat.Engine;

/// <summary>The program that a solver process runs, located and ready to start.</summary>
/// <param name="Description">What it is, for people.</param>
/// <param name="FileName">The file to run.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Remedy">What to do when it does not start.</param>
internal sealed record SolverProgram(EngineDescription Description, string FileName, IReadOnlyList<string> Arguments, string Remedy);
