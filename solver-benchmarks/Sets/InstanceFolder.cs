using System.IO.Compression;

namespace Rostering.SolverBenchmarks.Sets;

/// <summary>A folder of instances as the public sets come: files, plain or gzipped, perhaps in subfolders, beside solutions and best-known.csv.</summary>
public sealed class InstanceFolder
{
    private const string BestKnownFile = "best-known.csv";
    private readonly DirectoryInfo folder;

    public InstanceFolder(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new DirectoryNotFoundException($"There is no folder {folder.FullName}. Give a folder of instances with --instances.");
        }

        this.folder = folder;
    }

    /// <summary>Files whose name ends in one of the endings, by name; those in folders of solutions are left out.</summary>
    public IEnumerable<FileInfo> Files(params string[] endings) => folder
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        .Where(file => !Path.GetRelativePath(folder.FullName, file.FullName).Contains("solution", StringComparison.OrdinalIgnoreCase))
        .Where(file => !file.Name.Contains(".sol.", StringComparison.OrdinalIgnoreCase))
        .OrderBy(file => file.FullName, StringComparer.Ordinal);

    /// <summary>Best-known costs by instance, from best-known.csv in the folder or the one above; none where there is no such file.</summary>
    public IReadOnlyDictionary<string, double> BestKnown(string nameColumn, string costColumn)
    {
        FileInfo? file = new[] { folder, folder.Parent }
            .Select(place => place is null ? null : new FileInfo(Path.Combine(place.FullName, BestKnownFile)))
            .FirstOrDefault(file => file is { Exists: true });
        return file is null ? new Dictionary<string, double>(StringComparer.Ordinal) : CsvColumns.Numbers(File.ReadAllLines(file.FullName), nameColumn, costColumn);
    }

    /// <summary>A file's name without its endings.</summary>
    public static string NameOf(FileInfo file)
    {
        string name = file.Name;
        foreach (string ending in (string[])[".gz", ".txt", ".json", ".ros", ".xml"])
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        }

        return name;
    }

    /// <summary>A file's bytes, unzipped where it is gzipped.</summary>
    public static Stream Open(FileInfo file) =>
        file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file.OpenRead(), CompressionMode.Decompress) : file.OpenRead();

    /// <summary>A file's text, unzipped where it is gzipped.</summary>
    public static string ReadText(FileInfo file)
    {
        using StreamReader reader = new(Open(file));
        return reader.ReadToEnd();
    }

    /// <summary>The shared folder of a set, looked for beside this folder and all above it; null where there is none.</summary>
    public static DirectoryInfo? Shared(string set, string from)
    {
        for (DirectoryInfo? place = new(from); place is not null; place = place.Parent)
        {
            DirectoryInfo shared = new(Path.Combine(place.FullName, "shared", "bench", set));
            if (shared.Exists)
            {
                return shared;
            }
        }

        return null;
    }
}
