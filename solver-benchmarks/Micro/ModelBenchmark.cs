using BenchmarkDotNet.Attributes;
using Rostering.CpSat.Model;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>Builds a model of a million terms: 10,000 Booleans in 10,000 sums of 100.</summary>
[MemoryDiagnoser]
public class ModelBenchmark
{
    private const int Variables = 10_000;
    private const int TermsPerSum = 100;

    [Benchmark]
    public CpModel MillionTerms()
    {
        CpModel model = new();
        BoolVar[] variables = [.. Enumerable.Range(0, Variables).Select(i => model.NewBoolVar($"x{i}"))];
        for (int row = 0; row < Variables; row++)
        {
            LinearExprBuilder sum = LinearExpr.NewBuilder(TermsPerSum);
            for (int k = 0; k < TermsPerSum; k++)
            {
                sum.AddTerm(variables[((row * 31) + (k * 97)) % Variables].AsExpr(), k + 1);
            }

            model.Add(sum <= 1_000);
        }

        return model;
    }
}
