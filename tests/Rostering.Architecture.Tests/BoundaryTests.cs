using System.Reflection;

namespace Rostering.Architecture.Tests;

/// <summary>The directions that dependencies may take: Web, Worker, Cli -> Core -> Solver, Ledger; Solver -> CpSat.</summary>
public sealed class BoundaryTests
{
    /// <summary>Core's folders that are no modules: every module may use them, and they know every module's entities.</summary>
    private static readonly string[] SharedFolders = ["Data", "Jobs"];

    private static readonly Dictionary<string, string[]> ProjectsAllowed = new(StringComparer.Ordinal)
    {
        ["Rostering.Web"] = ["Rostering.Core"],
        ["Rostering.Cli"] = ["Rostering.Core"],
        ["Rostering.Worker"] = ["Rostering.Core"],
        ["Rostering.Core"] = ["Rostering.Solver", "Rostering.Ledger"],
        ["Rostering.Solver"] = ["Rostering.CpSat"],
        ["Rostering.Ledger"] = [],
        ["Rostering.CpSat"] = [],
        ["Rostering.SolverBenchmarks"] = ["Rostering.Core", "Rostering.Solver"],
    };

    private static readonly Dictionary<string, string[]> KernelPackagesAllowed = new(StringComparer.Ordinal)
    {
        ["Rostering.CpSat"] = ["Google.Protobuf", "Grpc.Tools"],
        ["Rostering.Solver"] = ["NodaTime"],
        ["Rostering.Ledger"] = ["NodaTime"],
    };

    [Test]
    public void Projects_ReferToOthers_InTheAllowedDirectionsAlone()
    {
        var projects = Repository.Projects("src").Concat(Repository.Projects("solver-benchmarks"));

        var strays =
            from project in projects
            from other in project.Value.Projects
            where !ProjectsAllowed.TryGetValue(project.Key, out var allowed) || !allowed.Contains(other)
            select $"{project.Key} -> {other}";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Kernels_ReferToPackages_FromTheShortListAlone()
    {
        var projects = Repository.Projects("src");

        var strays =
            from kernel in KernelPackagesAllowed
            where projects.ContainsKey(kernel.Key)
            from package in projects[kernel.Key].Packages.Except(kernel.Value)
            select $"{kernel.Key} -> {package}";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Kernels_KnowNoDatabaseWebOrClock()
    {
        string[] banned = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Npgsql", "Quartz", "NodaTime.IClock", "NodaTime.SystemClock", "System.TimeProvider"];

        var strays =
            from kernel in KernelPackagesAllowed.Keys
            where Repository.Exists($"src/{kernel}")
            from type in TopTypes(kernel)
            from other in TypeReferences.Of(type)
            where banned.Any(name => other.FullName?.StartsWith(name, StringComparison.Ordinal) == true)
            select $"{type} -> {other}";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Rules_KnowNothingOfCpSat()
    {
        // Nor may a rule reach it through its own encoding.
        var rules = TopTypes("Rostering.Solver")
            .Where(type => type.Namespace?.StartsWith("Rostering.Solver.Rules", StringComparison.Ordinal) == true && type.Name.EndsWith("Rule", StringComparison.Ordinal))
            .ToList();

        var strays =
            from rule in rules
            from other in TypeReferences.Of(rule)
            where other.Namespace?.StartsWith("Rostering.CpSat", StringComparison.Ordinal) == true
                || other.Name.EndsWith("Encoding", StringComparison.Ordinal)
            select $"{rule} -> {other}";

        Assert.That(rules, Is.Not.Empty);
        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Modules_UseOneAnother_ThroughPublicTypesOfTheRootNamespaceAlone()
    {
        var strays =
            from type in TopTypes("Rostering.Core")
            let module = ModuleOf(type)
            where module is not null && !SharedFolders.Contains(module)
            from other in TypeReferences.Of(type)
            let otherModule = ModuleOf(other)
            where otherModule is not null && otherModule != module && !SharedFolders.Contains(otherModule)
                && !(other.IsVisible && other.Namespace == $"Rostering.Core.{otherModule}")
            select $"{type} -> {other}";

        Assert.That(strays, Is.Empty);
    }

    private static string? ModuleOf(Type type) =>
        type.Namespace?.Split('.') is ["Rostering", "Core", var module, ..] ? module : null;

    private static IEnumerable<Type> TopTypes(string assembly) => Assembly.Load(assembly).GetTypes().Where(type => !type.IsNested);
}
