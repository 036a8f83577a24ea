using System.Diagnostics;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>Compiles <c>fake_ortools.c</c> into a shared library.</summary>
internal static class FakeOrTools
{
    public static async Task<string> CompileAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Engine", "fake_ortools.c");
        var library = Path.Combine(AppContext.BaseDirectory, "Engine", "libfakeortools.so");
        using var compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = await compiler.StandardError.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        Assert.That(compiler.ExitCode, Is.Zero, $"cc compiles the stand-in for libortools; install a C compiler if it is missing. {errors}");
        return library;
    }
}
