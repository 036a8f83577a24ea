namespace Rostering.Core.Records.Tables;

/// <summary>A file as somebody gave it.</summary>
public sealed record TableFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What is wrong in a file, or would be wrong elsewhere: where, what was found there, why it cannot stand, and what to do about it.</summary>
/// <param name="File">The file; empty where the fault is in a record that no file holds.</param>
/// <param name="Line">The line of the file, the heading being the first.</param>
public sealed record TableError(string File, int Line, string Column, string Value, string Message, string Remedy);
