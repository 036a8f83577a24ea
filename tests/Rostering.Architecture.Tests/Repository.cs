using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Rostering.Architecture.Tests;

/// <summary>The working copy these tests were compiled from: its files, without what is built, installed or vendored.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", ".data", "node_modules", "bin", "obj", "artifacts", "TestResults", "lib", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string folder = "") =>
        Directory.Exists(At(folder)) ? FilesBelow(new DirectoryInfo(At(folder))).Select(file => Path.GetRelativePath(Root, file)) : [];

    public static IEnumerable<string> Sources(string folder) => Files(folder).Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(At(file));

    public static string[] ReadLines(string file) => File.ReadAllLines(At(file));

    public static bool Exists(string path) => Path.Exists(At(path));

    /// <summary>Each project by its name, with the names of the projects and packages that it refers to.</summary>
    public static IReadOnlyDictionary<string, (string[] Projects, string[] Packages)> Projects(string folder) =>
        Files(folder).Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file =>
            {
                var project = XDocument.Load(At(file));
                return (
                    Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).ToArray(),
                    Includes(project, "PackageReference").ToArray());
            },
            StringComparer.Ordinal);

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);

    private static IEnumerable<string> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories()
                .Where(child => child.LinkTarget is null && (!NotOurs.Contains(child.Name) || child.Parent!.Name == "scripts"))
                .SelectMany(FilesBelow));

    private static string At(string path) => Path.Combine(Root, path);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new FileInfo(thisFile).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rostering.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no Rostering.sln above '{thisFile}'.");
    }
}
