using System.CommandLine;
using BenchmarkDotNet.Running;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Search;
using Rostering.SolverBenchmarks;
using Rostering.SolverBenchmarks.Ledger;
using Rostering.SolverBenchmarks.Micro;
using Rostering.SolverBenchmarks.Quality;
using Rostering.SolverBenchmarks.Sets;

Option<double> seconds = new("--seconds") { Description = "Time limit of each solve", DefaultValueFactory = _ => 60 };
Option<int> threads = new("--threads") { Description = "Searches side by side", DefaultValueFactory = _ => Environment.ProcessorCount };
Option<int> seeds = new("--seeds") { Description = "Seeds, from 1 up", DefaultValueFactory = _ => 1 };
Option<FileInfo?> json = new("--json") { Description = "File for the results" };

Option<SearchPart> without = new("--without") { Description = "Parts of the search to leave out, with commas between" };
Option<double> boundSeconds = new("--bound-seconds") { Description = "Time after each solve for a bound of the whole week", DefaultValueFactory = _ => 10 };
Option<DemonstrationProvider?> provider = new("--provider") { Description = "One of the three providers; without it, all" };
Option<int?> rounds = new("--rounds") { Description = "Rounds of the search instead of a time limit: the same result again, however busy the machine" };
Command weeks = new("weeks", "Solve the weeks of the three demonstration providers.") { provider, seconds, rounds, threads, seeds, without, boundSeconds, json };
weeks.SetAction((parsed, stop) => WeekBenchmark.RunAsync(
    new WeekBenchmark.Request(
        parsed.GetValue(provider), parsed.GetValue(seeds), Search(parsed) with { Without = parsed.GetValue(without), BoundSeconds = parsed.GetValue(boundSeconds) },
        parsed.GetValue(json)),
    stop));

Command quality = new("quality", "Show rotas of the demonstration providers as people feel them, beside a coordinator's plan and one objective at a time.") { provider, seconds, rounds, threads, json };
quality.SetAction((parsed, stop) => QualityBenchmark.RunAsync(
    new QualityBenchmark.Request(parsed.GetValue(provider), Search(parsed), parsed.GetValue(json)), stop));

Command micro = new("micro", "Time the parts and count what they allocate: evaluator, moves of each search, ranking for cover, model building, engine round trip.");
micro.SetAction(_ => BenchmarkSwitcher.FromTypes([typeof(EvaluatorBenchmark), typeof(MoveBenchmark), typeof(CoverBenchmark), typeof(ModelBenchmark), typeof(EngineBenchmark)]).RunAllJoined(MicroConfig.Short));

Option<int> funds = new("--funds") { Description = "Funds to spread the entries over", DefaultValueFactory = _ => 2000 };
Option<long> postings = new("--postings") { Description = "Postings to have before verification and balances are timed", DefaultValueFactory = _ => 1_000_000 };
Option<double> each = new("--seconds") { Description = "How long each measurement runs", DefaultValueFactory = _ => 30 };
Command ledger = new("ledger", "Time the ledger against pgbench's TPC-B and a minimal ledger in plain SQL.") { each, funds, postings, json };
ledger.SetAction((parsed, stop) => LedgerBenchmark.RunAsync(
    new LedgerBenchmark.Request(parsed.GetValue(each), parsed.GetValue(funds), parsed.GetValue(postings), parsed.GetValue(json)), stop));

Option<string> set = new("--set") { Description = "Name of the set", Required = true };
set.AcceptOnlyFromAmong([.. SolveBenchmark.Sets.Select(known => known.Name)]);
Option<DirectoryInfo?> instances = new("--instances") { Description = "Folder of instances of the set's format; without it, the set in ../shared/bench" };
Option<string> only = new("--only") { Description = "Instances to solve, with * and ? as wild cards", DefaultValueFactory = _ => "*" };
Option<long?> moves = new("--moves") { Description = "Moves of each thread, instead of a time limit: the same result again, however busy the machine" };
Option<DirectoryInfo?> solutions = new("--solutions") { Description = "Folder for the rosters that are found, a line a person and a shift a day; sets of routes write none" };
Command solve = new("solve", "Solve a set of public instances.") { set, instances, seconds, threads, seeds, json, only, moves, solutions };
solve.SetAction((parsed, stop) => SolveBenchmark.RunAsync(
    new SolveBenchmark.Request(
        parsed.GetRequiredValue(set), parsed.GetValue(instances), parsed.GetValue(seconds), parsed.GetValue(threads), parsed.GetValue(seeds), parsed.GetValue(json), parsed.GetRequiredValue(only),
        parsed.GetValue(moves), parsed.GetValue(solutions)),
    stop));

Argument<FileInfo> first = new("first") { Description = "Results before" };
Argument<FileInfo> second = new("second") { Description = "Results after" };
Command compare = new("compare", "Compare two result files of the same instances.") { first, second };
compare.SetAction(parsed => CompareBenchmark.Run(parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)));

RootCommand root = new("Benchmarks of the solver and the ledger.") { solve, compare, weeks, quality, micro, ledger };
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is IOException or FormatException or System.Text.Json.JsonException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

SolveOptions Search(ParseResult parsed) => new()
{
    Seconds = parsed.GetValue(rounds) is null ? parsed.GetValue(seconds) : TimeSpan.FromDays(1).TotalSeconds,
    Rounds = parsed.GetValue(rounds),
    Threads = parsed.GetValue(threads),
};
