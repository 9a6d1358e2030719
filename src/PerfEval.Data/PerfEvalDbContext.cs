using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PerfEval.Data.Auditing;
using PerfEval.Data.Identity;
using PerfEval.Data.Mappings;
using PerfEval.Data.Versioning;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;

namespace PerfEval.Data;

/// <summary>
/// What is remembered. One class per provider derives from it, so that each has its own migrations. Every save raises
/// the versions of the rows it changes, adds a hash-chained audit row and renews the kept totals, in one transaction.
/// </summary>
public abstract class PerfEvalDbContext(DbContextOptions options, Undertaking undertaking, TimeProvider time)
    : IdentityUserContext<User, int>(options)
{
    private const int Tries = 5;

    private string? chain;
    private string act = "修改";
    private string? reason;
    private bool recordWithoutChange;

    /// <summary>Units.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Projects with everything below them.</summary>
    public DbSet<Project> Projects => Set<Project>();

    /// <summary>Evaluations, one per project.</summary>
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <summary>Indicator trees.</summary>
    public DbSet<IndicatorTree> Trees => Set<IndicatorTree>();

    /// <summary>Report outlines.</summary>
    public DbSet<ReportOutline> Outlines => Set<ReportOutline>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Facts about the installation itself.</summary>
    public DbSet<Installation> Installation => Set<Installation>();

    /// <summary>Says what the next save does; without it the audit row reads “修改”.</summary>
    /// <param name="inChain">Chain of the audit row, see <see cref="AuditChain"/>.</param>
    /// <param name="doing">What is done, in the users' words.</param>
    /// <param name="because">Why.</param>
    public PerfEvalDbContext Doing(string inChain, string doing, string? because = null)
    {
        (chain, act, reason) = (inChain, doing, because);
        return this;
    }

    /// <summary>Records an act that changes no row, such as a download or a failed sign-in.</summary>
    public Task<int> RecordAsync(string inChain, string doing, string? because, CancellationToken cancel = default)
    {
        Doing(inChain, doing, because);
        recordWithoutChange = true;
        return SaveChangesAsync(cancel);
    }

    /// <summary>Not offered: every save writes an audit row, and that is done asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        FrozenTrees.Refuse(ChangeTracker);
        Versions.Raise(ChangeTracker);
        var changes = ChangeNotes.Of(ChangeTracker);
        if (changes is null && !recordWithoutChange)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var row = new AuditRow(chain ?? DefaultChain(), time.GetUtcNow().UtcDateTime, undertaking.Actor, undertaking.Address, act, reason, changes ?? "[]");
        Audit.Add(row);
        var projects = MoneyTotals.Touched(ChangeTracker);
        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            try
            {
                var last = await Audit.AsNoTracking().Where(a => a.Chain == row.Chain).OrderByDescending(a => a.Sequence)
                    .Select(a => new { a.Sequence, a.Hash }).FirstOrDefaultAsync(cancellationToken);
                row.LinkTo(last?.Sequence ?? 0, last?.Hash ?? "");
                var written = await base.SaveChangesAsync(false, cancellationToken);
                await MoneyTotals.RenewAsync(this, projects(), cancellationToken);
                if (transaction is not null)
                {
                    await transaction.CommitAsync(cancellationToken);
                }

                ChangeTracker.AcceptAllChanges();
                (chain, act, reason, recordWithoutChange) = (null, "修改", null, false);
                return written;
            }
            catch (DbUpdateException e) when (transaction is not null && attempt < Tries && IsTakenChainPlace(e))
            {
                // Somebody else wrote into the same chain between our look and our save (SQL Server): look again.
            }
            catch
            {
                Entry(row).State = EntityState.Detached;
                throw;
            }
        }
    }

    /// <summary>
    /// Writes bytes that belong to a row that was just saved and recorded. Only what was added by name goes: nothing that
    /// a person changed is looked for, and so nothing passes the audit trail here.
    /// </summary>
    internal Task<int> WriteBytesAsync(CancellationToken cancel)
    {
        if (ChangeTracker.AutoDetectChangesEnabled || Auditing.ChangeNotes.Of(ChangeTracker) is not null)
        {
            throw new InvalidOperationException("Something else than bytes waits to be saved.");
        }

        return base.SaveChangesAsync(true, cancel);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PerfEvalDbContext).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        foreach (var type in typeof(Project).Assembly.GetTypes().Where(t => t.IsEnum && t.IsPublic))
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(EnumToStringConverter<>).MakeGenericType(type)).HaveMaxLength(40);
        }
    }

    private static bool IsTakenChainPlace(DbUpdateException e) =>
        UniqueViolation.Is(e) && e.Entries.All(entry => entry.Entity is AuditRow);

    private string DefaultChain() =>
        ChangeTracker.Entries<User>().Any() || ChangeTracker.Entries<IdentityUserClaim<int>>().Any() ? AuditChain.Users
        : ChangeTracker.Entries<Project>().FirstOrDefault() is { } project ? AuditChain.Of(project.Entity)
        : "system";
}
