using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PerfEval.SqlServer.Tests;

/// <summary>
/// What SQL Server would say to our tables, asked of its own parser. The scripts are the committed ones of
/// src/PerfEval.Data/SqlServer; that they are the current ones is a test of PerfEval.Tests.
/// </summary>
public sealed class SchemaTests
{
    /// <summary>The only texts without limit: JSON, texts above nvarchar's 4000, and Identity's own.</summary>
    private static readonly string[] Unlimited =
    [
        "ApprovedReports.Fonts", "ApprovedReports.Pdf", "ApprovedReports.Records", "Audit.Changes", "Audit.Reason", "EvidenceChunks.Bytes", "FrozenSheets.Sheet", "IndicatorTrees.Caps", "Indicators.Binding", "Indicators.Rule", "LeafScores.Input", "Sections.Body", "SurveyQuestions.Options", "SurveySheets.Texts", "Surveys.Tally",
        "AspNetUserClaims.ClaimType", "AspNetUserClaims.ClaimValue", "AspNetUserLogins.ProviderDisplayName", "AspNetUserTokens.Value",
        "Users.ConcurrencyStamp", "Users.PasswordHash", "Users.PhoneNumber", "Users.SecurityStamp",
    ];

    [Theory]
    [InlineData("schema.sql"), InlineData("upgrade.sql")]
    public void The_script_is_T_SQL(string file)
    {
        var (tree, errors) = Parse(Script(file));
        Assert.Empty(errors);
        Assert.True(tree.Batches.Sum(b => b.Statements.Count) > 40, $"Only {tree.Batches.Sum(b => b.Statements.Count)} statements.");
    }

    [Theory]
    [InlineData("CREATE TABLE", "CREATE TABEL"), InlineData("nvarchar(100)", "nvarchar(100"), InlineData("PRIMARY KEY", "PRIMARY"), InlineData("COMMIT;", "COMMIT SELECT FROM;")]
    public void A_spoiled_script_is_noticed(string right, string wrong)
    {
        var script = Script("schema.sql");
        Assert.Contains(right, script, StringComparison.Ordinal);
        Assert.NotEmpty(Parse(script.Replace(right, wrong, StringComparison.Ordinal)).Errors);
    }

    [Fact]
    public void Texts_without_limit_are_the_known_ones() => Assert.Equal(
        Unlimited.Order(StringComparer.Ordinal),
        Columns(Tables("schema.sql")).Where(c => c.Type is SqlDataTypeReference { Parameters: [MaxLiteral] }).Select(c => c.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_decimal_column_has_its_precision()
    {
        var shapes = Columns(Tables("schema.sql")).Where(c => c.Type is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Decimal })
            .ToDictionary(c => c.Name, c => string.Join(',', ((SqlDataTypeReference)c.Type).Parameters.Select(p => p.Value)));
        string[] quantities = ["Achievements.ActualValue", "BudgetLines.Quantity", "Targets.TargetValue"];
        string[] points = ["Evaluations.KeptScore", "Evaluations.StatedScore", "Indicators.Weight", "LeafScores.OverridePoints", "LeafScores.Stated"];
        Assert.Equal(quantities, shapes.Where(s => s.Value == "18,4").Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal(points, shapes.Where(s => s.Value == "9,4").Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal(shapes.Count - 8, shapes.Count(s => s.Value == "18,2"));
        Assert.True(shapes.Count > 20);
    }

    [Fact]
    public void No_money_or_time_is_kept_in_an_inexact_type() => Assert.DoesNotContain(
        Columns(Tables("schema.sql")).Where(c => c.Name != "Users.LockoutEnd"), c => c.Type is SqlDataTypeReference
        {
            SqlDataTypeOption: SqlDataTypeOption.Float or SqlDataTypeOption.Real or SqlDataTypeOption.Money or SqlDataTypeOption.DateTime or SqlDataTypeOption.DateTimeOffset or SqlDataTypeOption.Text
        });

    [Fact]
    public void Nothing_can_be_deleted_along_two_paths()
    {
        var cascades = Cascades(Tables("schema.sql"));
        Assert.True(cascades.Count > 10, $"Only {cascades.Count} cascades.");
        Assert.Empty(DoublePaths(cascades));
    }

    [Theory]
    [InlineData("A>B A>C B>D C>D", "A→D"), InlineData("A>B B>A", "A→A,B→B"), InlineData("A>A", "A→A"), InlineData("A>B A>C B>D", ""), InlineData("A>B A>B", "A→B")]
    public void Double_paths_would_be_noticed(string edges, string found) =>
        Assert.Equal(found, string.Join(',', DoublePaths([.. edges.Split(' ').Select(e => (e.Split('>')[0], e.Split('>')[1]))])));

    [Fact]
    public void The_cascade_that_SQL_Server_refuses_would_be_noticed()
    {
        // Achievement → Target is Restrict because Project already reaches Achievements.
        var script = Script("schema.sql");
        const string Restricted = "CONSTRAINT [FK_Achievements_Targets_TargetId] FOREIGN KEY ([TargetId]) REFERENCES [Targets] ([Id])";
        Assert.Contains(Restricted, script, StringComparison.Ordinal);
        var spoiled = script.Replace(Restricted + " ON DELETE NO ACTION", Restricted, StringComparison.Ordinal).Replace(Restricted, Restricted + " ON DELETE CASCADE", StringComparison.Ordinal);
        Assert.Contains("Projects→Achievements", DoublePaths(Cascades(TablesOf(spoiled))));
    }

    private static List<(string From, string To)> Cascades(IEnumerable<CreateTableStatement> tables) => [.. tables.SelectMany(table =>
        table.Definition.TableConstraints.Concat(table.Definition.ColumnDefinitions.SelectMany(c => c.Constraints)).OfType<ForeignKeyConstraintDefinition>()
            .Where(k => k.DeleteAction is DeleteUpdateAction.Cascade or DeleteUpdateAction.SetNull or DeleteUpdateAction.SetDefault)
            .Select(k => (k.ReferenceTableName.BaseIdentifier.Value, table.SchemaObjectName.BaseIdentifier.Value)))];

    /// <summary>Pairs that are joined by more than one path, and cycles: error 1785 of SQL Server.</summary>
    private static List<string> DoublePaths(List<(string From, string To)> edges)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in edges.Select(e => e.From).Distinct())
        {
            var (reached, open) = (new HashSet<string>(), new Stack<(string At, int Depth)>([(root, 0)]));
            while (open.TryPop(out var next))
            {
                foreach (var to in edges.Where(e => e.From == next.At).Select(e => e.To))
                {
                    if (to == root || !reached.Add(to))
                    {
                        found.Add($"{root}→{to}");
                    }
                    else if (next.Depth < 20)
                    {
                        open.Push((to, next.Depth + 1));
                    }
                }
            }
        }

        return [.. found];
    }

    private static IEnumerable<(string Name, DataTypeReference Type)> Columns(IEnumerable<CreateTableStatement> tables) =>
        tables.SelectMany(t => t.Definition.ColumnDefinitions.Select(c => ($"{t.SchemaObjectName.BaseIdentifier.Value}.{c.ColumnIdentifier.Value}", c.DataType)));

    private static List<CreateTableStatement> Tables(string file) => TablesOf(Script(file));

    private static List<CreateTableStatement> TablesOf(string script)
    {
        var (tree, errors) = Parse(script);
        Assert.Empty(errors);
        var tables = new TableVisitor();
        tree.Accept(tables);
        Assert.True(tables.Found.Count > 20, $"Only {tables.Found.Count} tables.");
        return tables.Found;
    }

    private static (TSqlScript Tree, IList<ParseError> Errors) Parse(string script)
    {
        // The newest grammar of this package is that of SQL Server 2019, which is the oldest server we promise.
        using var reader = new StringReader(script);
        return ((TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors), errors);
    }

    private static string Script(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfEval.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllText(Path.Combine(folder!.FullName, "src", "PerfEval.Data", "SqlServer", file));
    }

    private sealed class TableVisitor : TSqlFragmentVisitor
    {
        public List<CreateTableStatement> Found { get; } = [];

        public override void Visit(CreateTableStatement node) => Found.Add(node);
    }
}
