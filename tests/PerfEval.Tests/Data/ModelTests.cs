using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using PerfEval.Data;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Storage;

/// <summary>The model, its migrations and the committed T-SQL say the same.</summary>
public sealed class ModelTests
{
    /// <summary>Texts that may be as long as they like on SQL Server: JSON, and texts whose domain limit is above nvarchar's 4000.</summary>
    private static readonly string[] Unlimited =
    [
        "AuditRow.Changes", "AuditRow.Reason", "FrozenSheet.Sheet", "IdentityUserClaim<int>.ClaimType", "IdentityUserClaim<int>.ClaimValue", "IdentityUserLogin<int>.ProviderDisplayName",
        "IdentityUserToken<int>.Value", "Indicator.Binding", "Indicator.Rule", "IndicatorTree.Caps", "LeafScore.Input", "LeafScore.DepartmentInput", "LeafScore.FinanceInput", "ApprovedReport.Fonts", "ApprovedReport.Records", "Section.Body", "User.ConcurrencyStamp", "User.PasswordHash",
        "User.PhoneNumber", "User.SecurityStamp",
    ];

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var server = SqlServerTranslation.Context();
        using var sqlite = new Database().Open();
        Assert.False(server.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.NotEmpty(server.Database.GetMigrations());
        Assert.All(server.Database.GetMigrations().Concat(sqlite.Database.GetMigrations()), m => Assert.Matches("^[0-9]{14}_", m));
    }

    [Fact]
    public async Task Migrations_apply_from_empty_and_leave_nothing_to_do()
    {
        var database = new Database();
        await database.InitializeAsync();
        await using (var db = database.Open())
        {
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.Equal(1, await db.Projects.CountAsync());
        }

        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("schema.sql", MigrationsSqlGenerationOptions.Default), InlineData("upgrade.sql", MigrationsSqlGenerationOptions.Idempotent)]
    public void The_committed_script_is_that_of_the_migrations(string file, MigrationsSqlGenerationOptions options)
    {
        using var server = SqlServerTranslation.Context();
        var wanted = server.GetService<IMigrator>().GenerateScript(options: options).ReplaceLineEndings("\n").TrimEnd();
        var path = Path.Combine(Sources.Root, "src", "PerfEval.Data", "SqlServer", file);
        var committed = File.Exists(path) ? File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() : "";
        Assert.True(wanted.Length > 10_000);
        Assert.True(committed == wanted, $"{path} is not the script of the migrations. Run eng/schema.sh.");
    }

    [Fact]
    public void Every_text_has_the_limit_of_its_entity()
    {
        using var server = SqlServerTranslation.Context();
        var (looked, findings) = (0, new List<string>());
        foreach (var (owner, property) in Properties(server.Model).Where(p => p.Property.ClrType == typeof(string)))
        {
            looked++;
            var declared = owner.GetField(property.Name + "Length", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as int?;
            var name = $"{Name(owner)}.{property.Name}";
            if (property.GetMaxLength() is null && !property.IsKey() && !Unlimited.Contains(name))
            {
                findings.Add($"{name}: limit {property.GetMaxLength()}");
            }

            // Identity itself gives user names 256.
            if (declared is { } limit && property.GetMaxLength() is { } mapped && (name == "User.UserName" ? limit > mapped : limit != mapped))
            {
                findings.Add($"{name}: the entity says {limit}, the mapping {mapped}");
            }
        }

        Assert.Empty(findings);
        Assert.True(looked > 60, $"Only {looked} texts.");
        Assert.Empty(Unlimited.Except(Properties(server.Model).Where(p => p.Property.GetColumnType() == "nvarchar(max)").Select(p => $"{Name(p.Owner)}.{p.Property.Name}")));
    }

    [Fact]
    public void Every_amount_has_two_places_and_every_quantity_four()
    {
        using var server = SqlServerTranslation.Context();
        var decimals = Properties(server.Model).Where(p => (Nullable.GetUnderlyingType(p.Property.ClrType) ?? p.Property.ClrType) == typeof(decimal))
            .Select(p => (Name: $"{Name(p.Owner)}.{p.Property.Name}", Shape: (p.Property.GetPrecision(), p.Property.GetScale()))).ToList();
        string[] quantities = ["Achievement.ActualValue", "BudgetLine.Quantity", "Target.TargetValue"];
        string[] points = ["Evaluation.KeptScore", "Evaluation.SelfScore", "Evaluation.StatedScore", "Indicator.Weight", "LeafScore.DepartmentPoints", "LeafScore.OverridePoints", "LeafScore.Stated"];
        Assert.Equal(quantities, decimals.Where(d => d.Shape == (18, 4)).Select(d => d.Name).Order());
        Assert.Equal(points, decimals.Where(d => d.Shape == (9, 4)).Select(d => d.Name).Order());
        Assert.All(decimals.Where(d => !quantities.Contains(d.Name) && !points.Contains(d.Name)), d => Assert.Equal((18, 2), d.Shape));
        Assert.True(decimals.Count > 20);
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        using var server = SqlServerTranslation.Context();
        using var sqlite = new Database().Open();
        static IEnumerable<string> Columns(PerfEvalDbContext db) => Properties(db.Model).Select(p => $"{Name(p.Owner)}.{p.Property.Name} {p.Property.GetColumnName()} {p.Property.IsNullable}").Order();
        Assert.Equal(Columns(server), Columns(sqlite));
    }

    private static IEnumerable<(Type Owner, IProperty Property)> Properties(IModel model) => model.GetEntityTypes().SelectMany(Properties);

    private static IEnumerable<(Type Owner, IProperty Property)> Properties(ITypeBase type) =>
        type.GetProperties().Select(p => (type.ClrType, p)).Concat(type.GetComplexProperties().SelectMany(c => Properties(c.ComplexType)));

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<int>" : type.Name;
}
