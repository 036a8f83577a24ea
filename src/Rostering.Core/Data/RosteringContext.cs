using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Calendars;
using Rostering.Core.Cover;
using Rostering.Core.Finance;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Core.Messages;
using Rostering.Core.Messages.Push;
using Rostering.Core.Records;
using Rostering.Core.Rotas;
using Rostering.Core.TimeRequests;
using Rostering.Core.Visits;

namespace Rostering.Core.Data;

/// <summary>The application's tables.</summary>
public sealed class RosteringContext(DbContextOptions<RosteringContext> options) : DbContext(options)
{
    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<Week> Weeks => Set<Week>();
    public DbSet<StoredProblem> Problems => Set<StoredProblem>();
    public DbSet<SolveRun> SolveRuns => Set<SolveRun>();
    public DbSet<RotaVersion> RotaVersions => Set<RotaVersion>();
    public DbSet<SolveStep> SolveSteps => Set<SolveStep>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<RotaMove> RotaMoves => Set<RotaMove>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<RuleApproval> RuleApprovals => Set<RuleApproval>();
    public DbSet<PublishedVisit> PublishedVisits => Set<PublishedVisit>();
    public DbSet<Reservation> Reservations => Set<Reservation>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<ConsultAnswer> ConsultAnswers => Set<ConsultAnswer>();
    public DbSet<FundHolder> FundHolders => Set<FundHolder>();
    public DbSet<RemittanceHolder> RemittanceHolders => Set<RemittanceHolder>();
    public DbSet<AskedFundAct> AskedFundActs => Set<AskedFundAct>();
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<UserAccount> UserAccounts => Set<UserAccount>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<RecordVersion> RecordVersions => Set<RecordVersion>();
    public DbSet<RecordHead> RecordHeads => Set<RecordHead>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<LateAlarm> LateAlarms => Set<LateAlarm>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<TimeRequest> TimeRequests => Set<TimeRequest>();
    public DbSet<MessageContact> MessageContacts => Set<MessageContact>();
    public DbSet<NoticeDevice> NoticeDevices => Set<NoticeDevice>();
    public DbSet<PushKey> PushKeys => Set<PushKey>();
    public DbSet<Gap> Gaps => Set<Gap>();
    public DbSet<GapShare> GapShares => Set<GapShare>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Swap> Swaps => Set<Swap>();
    public DbSet<AskRecord> AskRecords => Set<AskRecord>();
    public DbSet<VisitOutcome> VisitOutcomes => Set<VisitOutcome>();
    public DbSet<LedgerVerification> LedgerVerifications => Set<LedgerVerification>();

    /// <summary>A context on a database.</summary>
    public static RosteringContext On(string connectionString) =>
        new((DbContextOptions<RosteringContext>)Configure(new DbContextOptionsBuilder<RosteringContext>(), connectionString).Options);

    /// <summary>A context on an open connection, for what must be one transaction with what others do there.</summary>
    public static RosteringContext On(DbConnection connection) =>
        new(new DbContextOptionsBuilder<RosteringContext>().UseNpgsql(connection).Options);

    /// <summary>How every context reaches its database.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString)

        // The schema is written by hand in SQL; there is no generated snapshot to compare the model with.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<RecordKind>().HaveConversion<NameConverter<RecordKind>>();
        configurationBuilder.Properties<FundActKind>().HaveConversion<NameConverter<FundActKind>>();
        configurationBuilder.Properties<AskedState>().HaveConversion<NameConverter<AskedState>>();
        configurationBuilder.Properties<SolveState>().HaveConversion<NameConverter<SolveState>>();
        configurationBuilder.Properties<Channel>().HaveConversion<NameConverter<Channel>>();
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeConverter>().HaveColumnType("timestamp");
        configurationBuilder.Properties<AttendanceKind>().HaveConversion<NameConverter<AttendanceKind>>();
        configurationBuilder.Properties<CalendarOf>().HaveConversion<NameConverter<CalendarOf>>();
        configurationBuilder.Properties<TimeRequestKind>().HaveConversion<NameConverter<TimeRequestKind>>();
        configurationBuilder.Properties<TimeRequestState>().HaveConversion<NameConverter<TimeRequestState>>();
        configurationBuilder.Properties<ReaderKind>().HaveConversion<NameConverter<ReaderKind>>();
        configurationBuilder.Properties<SolveFocus>().HaveConversion<NameConverter<SolveFocus>>();
        configurationBuilder.Properties<VisitState>().HaveConversion<NameConverter<VisitState>>();
        configurationBuilder.Properties<AnswerFrom>().HaveConversion<NameConverter<AnswerFrom>>();
        configurationBuilder.Properties<AnswerKind>().HaveConversion<NameConverter<AnswerKind>>();
        configurationBuilder.Properties<GapCause>().HaveConversion<NameConverter<GapCause>>();
        configurationBuilder.Properties<OfferState>().HaveConversion<NameConverter<OfferState>>();
        configurationBuilder.Properties<AskEvent>().HaveConversion<NameConverter<AskEvent>>();
        configurationBuilder.Properties<SwapState>().HaveConversion<NameConverter<SwapState>>();
        configurationBuilder.Properties<Outcome>().HaveConversion<NameConverter<Outcome>>();
        configurationBuilder.Properties<ShortBecause>().HaveConversion<NameConverter<ShortBecause>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Council>().HasKey(council => new { council.ProviderId, council.Id });
        modelBuilder.Entity<FundHolder>().HasKey(holder => holder.FundId);
        modelBuilder.Entity<FundHolder>().Property(holder => holder.FundId).ValueGeneratedNever();
        modelBuilder.Entity<RemittanceHolder>().HasKey(holder => holder.RemittanceId);
        modelBuilder.Entity<RemittanceHolder>().Property(holder => holder.RemittanceId).ValueGeneratedNever();
        modelBuilder.Entity<AskedFundAct>().Property(asked => asked.Fields).HasColumnType("jsonb");
        modelBuilder.Entity<RecordVersion>().HasKey(version => new { version.ProviderId, version.Kind, version.Id, version.Version });
        modelBuilder.Entity<RecordVersion>().Property(version => version.Content).HasColumnType("jsonb");
        modelBuilder.Entity<RecordHead>().HasKey(head => new { head.ProviderId, head.Kind, head.Id });
        modelBuilder.Entity<AuditEntry>().Property(entry => entry.Detail).HasColumnType("jsonb");
        modelBuilder.ApplyConfiguration(new UserAccountConfiguration());
        modelBuilder.Entity<Passkey>().ToTable("passkey", UserAccountConfiguration.Schema).HasKey(passkey => passkey.CredentialId);
        modelBuilder.Entity<SignInLink>().ToTable("sign_in_link", UserAccountConfiguration.Schema).Property(link => link.Purpose).HasConversion<string>();
        modelBuilder.Entity<ProtectionKey>().ToTable("protection_key", UserAccountConfiguration.Schema).HasKey(key => key.Name);
        modelBuilder.Entity<PushKey>().ToTable("push_key", UserAccountConfiguration.Schema);
        modelBuilder.Entity<LateAlarm>().HasKey(alarm => new { alarm.WeekId, alarm.Visit, alarm.Worker });
        modelBuilder.Entity<Message>().Ignore(message => message.To);
        modelBuilder.Entity<MessageContact>().HasKey(contact => new { contact.ProviderId, contact.ToKind, contact.ToId, contact.Channel });
        modelBuilder.Entity<SolveStep>().HasKey(step => new { step.SolveRunId, step.Attempt, step.Number });
        modelBuilder.Entity<RotaMove>().HasKey(move => new { move.DraftId, move.Number });
        modelBuilder.Entity<RuleApproval>().HasKey(approval => new { approval.PublicationId, approval.Number });
        modelBuilder.Entity<PublishedVisit>().HasKey(visit => new { visit.WeekId, visit.Visit });
        modelBuilder.Entity<Reservation>().HasKey(reservation => new { reservation.WeekId, reservation.Visit, reservation.FundId, reservation.Seq });
        modelBuilder.Entity<GapShare>().HasKey(share => new { share.GapId, share.FundId });
        modelBuilder.Entity<VisitOutcome>().HasKey(outcome => new { outcome.WeekId, outcome.Visit });
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase.Of(entity.ClrType == typeof(StoredProblem) ? "Problem" : entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
            }
        }
    }
}
