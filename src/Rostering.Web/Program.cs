using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using NodaTime;
using Quartz;
using Rostering.Core.Calendars;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Funds;
using Rostering.Core.Jobs;
using Rostering.Core.Messages;
using Rostering.Core.Packages;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Core.TimeRequests;
using Rostering.Core.Visits;
using Rostering.Web;
using Rostering.Web.Access;
using Rostering.Web.Api;
using Rostering.Web.Pages.Funds;
using Rostering.Web.Pages.Records;
using Rostering.Web.Pages.Rotas;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
await using RosteringDatabase database = await RosteringDatabase.OpenAsync();
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<RosteringContext>(options => RosteringContext.Configure(options, database.ConnectionString));
builder.Services.AddSingleton(_ => new LedgerConnections(database.ConnectionString));
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddRotas();
builder.Services.AddScoped<ReadFunds>().AddScoped<ReadFund>().AddScoped<ReadEntries>().AddScoped<ReadEntry>();
builder.Services.AddScoped<RecordFundAct>().AddScoped<AnswerFundAct>().AddScoped<ReadAskedFundActs>().AddScoped<ReceiveRemittance>().AddScoped<ReadPayers>().AddScoped<ReadFundName>().AddScoped<FundScope>();
builder.Services.AddScoped<OpenPersonFund>().AddScoped<RecordFundTerms>().AddScoped<RecordCouncilTerms>().AddScoped<EndowReserve>();
builder.Services.AddScoped<ReadFundTerms>().AddScoped<ReadCouncils>().AddScoped<ReadReserve>().AddScoped<ReadPeopleWithoutFund>();
builder.Services.AddScoped<IssueStatement>().AddScoped<RenderStatement>();
builder.Services.AddScoped<ReadVerification>();
builder.Services.AddLiveDay();
builder.Services.AddMessages(builder.Configuration.GetSection(MessageOptions.Section).Get<MessageOptions>() ?? new MessageOptions());
builder.Services.AddScoped<ReadInbox>().AddScoped<ReadContacts>().AddScoped<MarkMessage>().AddScoped<SetContact>();
builder.Services.AddScoped<ReadTimeRequests>().AddScoped<AskForTime>().AddScoped<AnswerTimeRequest>();
builder.Services.AddScoped<ReadWorkerWeek>().AddScoped<ReadPersonWeek>().AddScoped<RecordAttendance>().AddScoped<ShareCalendar>().AddScoped<ReadCalendar>();
builder.Services.AddScoped<TryPackage>().AddScoped<TakePackage>();
builder.Services.AddJobs(database.ConnectionString).AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
builder.Services.AddScoped<ReadRecords>().AddScoped<SaveRecords>().AddScoped<CompareWeeks>().AddScoped<ImportRecords>().AddScoped<ExportRecords>();
builder.Services.AddRazorPages(pages =>
{
    RecordRoutes.Add(pages.Conventions);
    pages.Conventions.AddFolderApplicationModelConvention("/Funds", page => page.Filters.Add(new TypeFilterAttribute(typeof(OwnFund))));
});
builder.Services.AddAccess();
builder.Services.AddResponseCompression(options =>
{
    options.EnableForHttps = true;
    options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
});
var app = builder.Build();
await using (RosteringContext owner = RosteringContext.On(database.OwnerConnectionString))
{
    await MigrateDatabase.HandleAsync(owner, CancellationToken.None);
}

if (database.Warning is { } warning)
{
    app.Logger.LogWarning("{Warning}", warning);
}

app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
app.UseResponseCompression();
app.Use(SecurityHeaders.AddAsync);
app.UseStaticFiles();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.Use(Forgery.CheckAsync);
app.MapRazorPages();
app.MapSolveEvents();
app.MapCalendarFeed();
await app.RunAsync();
