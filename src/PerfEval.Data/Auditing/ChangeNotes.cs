using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PerfEval.Data.Evidence;
using PerfEval.Data.Identity;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;

namespace PerfEval.Data.Auditing;

/// <summary>Writes down what a save is about to change: each row with [old, new] per field.</summary>
internal static class ChangeNotes
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Bookkeeping that says nothing about what a person did.
    private static readonly HashSet<string> Silent =
    [
        nameof(Domain.IVersioned.Version), nameof(User.AccessFailedCount), nameof(User.LockoutEnd), nameof(User.ConcurrencyStamp),
        nameof(User.SecurityStamp), nameof(User.NormalizedUserName), nameof(User.NormalizedEmail), nameof(User.LastSignInAt),
        nameof(Evaluation.KeptScore), nameof(Evaluation.KeptGrade), nameof(Evaluation.KeptKind), nameof(Evaluation.KeptChanges),
        nameof(Evaluation.SelfScore), nameof(Project.ChainId),
    ];

    /// <summary>
    /// The changes as JSON; null when there is nothing worth a row. Of evidence the file's row says all: name, size, SHA-256.
    /// An answer that comes by a survey's link has nobody who acts, and tells nothing but itself: its own row is all there is.
    /// </summary>
    public static string? Of(ChangeTracker tracker)
    {
        var rows = tracker.Entries().Where(e => e.Entity is not AuditRow and not EvidenceChunk && !IsAnonymous(e)).Select(Row).OfType<Dictionary<string, object?>>().ToList();
        return rows.Count == 0 ? null : JsonSerializer.Serialize(rows, Json);
    }

    private static bool IsAnonymous(EntityEntry entry) => entry is { State: EntityState.Added, Entity: SurveySheet { Source: SheetSource.Link } };

    private static Dictionary<string, object?>? Row(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            return null;
        }

        var fields = new Dictionary<string, object?[]>();
        foreach (var (name, property) in Properties(entry))
        {
            var (before, after) = (entry.State == EntityState.Added ? null : Shown(property, property.OriginalValue),
                entry.State == EntityState.Deleted ? null : Shown(property, property.CurrentValue));
            if (!Equals(before, after) && !property.IsTemporary)
            {
                fields[name] = [before, after];
            }
        }

        return fields.Count == 0 ? null : new()
        {
            ["row"] = entry.Metadata.ClrType.Name,
            ["key"] = entry.State == EntityState.Added && entry.Properties.Any(p => p.Metadata.IsPrimaryKey() && p.IsTemporary)
                ? null
                : string.Join(',', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => Convert.ToString(p.CurrentValue, CultureInfo.InvariantCulture))),
            ["change"] = entry.State.ToString(),
            ["fields"] = fields,
        };
    }

    private static IEnumerable<(string Name, PropertyEntry Property)> Properties(EntityEntry entry)
    {
        foreach (var property in entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && !Silent.Contains(p.Metadata.Name)))
        {
            yield return (property.Metadata.Name, property);
        }

        foreach (var complex in entry.ComplexProperties.Where(c => c.Metadata.Name != nameof(Project.Kept)))
        {
            foreach (var property in complex.Properties)
            {
                yield return ($"{complex.Metadata.Name}.{property.Metadata.Name}", property);
            }
        }
    }

    private static object? Shown(PropertyEntry property, object? value) => value switch
    {
        null => null,
        _ when property.Metadata.Name == nameof(User.PasswordHash) => Fingerprint(value.ToString()!)[..8],
        // Who reads the trail shall not be able to answer the survey.
        _ when property.Metadata.Name == nameof(Survey.Token) => Fingerprint(value.ToString()!)[..8],
        _ when property.Metadata.ClrType == typeof(Domain.Scoring.ScoreSheet) => Fingerprint(Stored(property.Metadata, value)),
        byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        string text when property.Metadata.Name == nameof(ApprovedReport.Records) => Fingerprint(text),
        decimal d => d.ToString(CultureInfo.InvariantCulture),
        DateTime t => t.ToString("O", CultureInfo.InvariantCulture),
        string or int or long or bool => value,
        _ => Stored(property.Metadata, value),
    };

    private static string Stored(IProperty property, object value) =>
        Convert.ToString(property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value, CultureInfo.InvariantCulture) ?? "";

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
