using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Core.Jobs;
using Rostering.Core.Messages;

// The job host: one or fifty of them work through the jobs of one database.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
await using RosteringDatabase database = await RosteringDatabase.OpenAsync();
await using (RosteringContext owner = RosteringContext.On(database.OwnerConnectionString))
{
    await MigrateDatabase.HandleAsync(owner, CancellationToken.None);
}

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddDbContext<RosteringContext>(options => RosteringContext.Configure(options, database.ConnectionString));
builder.Services.AddSingleton(_ => new LedgerConnections(database.ConnectionString));
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddMessages(builder.Configuration.GetSection(MessageOptions.Section).Get<MessageOptions>() ?? new MessageOptions());
builder.Services.AddJobs(database.ConnectionString).AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
using var host = builder.Build();
if (database.Warning is { } warning)
{
    host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rostering.Worker").LogWarning("{Warning}", warning);
}

await host.RunAsync();
