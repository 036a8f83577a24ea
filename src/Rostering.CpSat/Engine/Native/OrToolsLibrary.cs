using System.Runtime.InteropServices;

namespace Rostering.CpSat.Engine;

/// <summary>
/// The C API of <c>libortools</c> (ortools/sat/c_api/cp_solver_c.h). It aborts the process on malformed bytes, and
/// on a second solve in one environment: so each solve has its own, and all of it lives in a process apart.
/// </summary>
internal sealed unsafe class OrToolsLibrary
{
    private readonly delegate* unmanaged<void*> newEnv;
    private readonly delegate* unmanaged<void*, void> destroyEnv;
    private readonly delegate* unmanaged<void*, void> stopSearch;
    private readonly delegate* unmanaged<void*, void*, int, void*, int, void**, int*, void> solve;
    private readonly Lock gate = new();
    private void* environment;

    /// <summary>Loads the library at this path.</summary>
    /// <exception cref="DllNotFoundException">The file is no library, or one of its own libraries is missing.</exception>
    /// <exception cref="EntryPointNotFoundException">The library has not the functions of OR-Tools 9.15.</exception>
    public OrToolsLibrary(string path)
    {
        var library = NativeLibrary.Load(path);
        newEnv = (delegate* unmanaged<void*>)NativeLibrary.GetExport(library, "SolveCpNewEnv");
        destroyEnv = (delegate* unmanaged<void*, void>)NativeLibrary.GetExport(library, "SolveCpDestroyEnv");
        stopSearch = (delegate* unmanaged<void*, void>)NativeLibrary.GetExport(library, "SolveCpStopSearch");
        solve = (delegate* unmanaged<void*, void*, int, void*, int, void**, int*, void>)
            NativeLibrary.GetExport(library, "SolveCpInterruptible");
    }

    /// <summary>Makes the environment of the next solve; from here on <see cref="Stop"/> stops it, begun or not.</summary>
    public void NewEnvironment()
    {
        lock (gate)
            environment = newEnv();
    }

    /// <summary>
    /// Solves a serialized model with serialized parameters in the new environment; returns the serialized response.
    /// </summary>
    public byte[] Solve(ReadOnlySpan<byte> model, ReadOnlySpan<byte> parameters)
    {
        void* response = null;
        var length = 0;
        try
        {
            fixed (byte* modelBytes = model)
            fixed (byte* parameterBytes = parameters)
                solve(environment, modelBytes, model.Length, parameterBytes, parameters.Length, &response, &length);
            return new ReadOnlySpan<byte>(response, length).ToArray();
        }
        finally
        {
            lock (gate)
            {
                destroyEnv(environment);
                environment = null;
            }
            NativeMemory.Free(response); // C's own free, which is what the API asks for.
        }
    }

    /// <summary>Ends the solve that is running, if one is; callable from any thread.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (environment is not null)
                stopSearch(environment);
        }
    }
}
