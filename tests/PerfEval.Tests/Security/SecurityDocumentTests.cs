using PerfEval.Domain.Access;
using PerfEval.Tests.Support;
using PerfEval.Web.Security;

namespace PerfEval.Tests.Security;

/// <summary>docs/security.md prints the access table as it is.</summary>
public sealed class SecurityDocumentTests
{
    private const string Begin = "<!-- access table: begin -->\n";
    private const string End = "<!-- access table: end -->";

    [Fact]
    public void The_document_prints_the_access_table()
    {
        var document = Sources.Read("docs", "security.md");
        var (begin, end) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= Begin.Length && end >= begin, "docs/security.md has lost the marks around its table.");
        var wanted = Markdown();
        if (document[begin..end] != wanted)
        {
            var proposal = Sources.Propose("security.md", document[..begin] + wanted + document[end..]);
            Assert.Fail($"docs/security.md differs from AccessTable; the right text is in {proposal}");
        }
    }

    private static string Markdown()
    {
        var roles = Enum.GetValues<Role>();
        var lines = new List<string>
        {
            $"| 页面 | 操作 | 未登录 | {string.Join(" | ", roles.Select(r => r.Word()))} | 无角色 |",
            $"|---|---|---|{string.Concat(roles.Select(_ => "---|"))}---|",
        };
        lines.AddRange(AccessTable.Rows.Select(row => $"| `{row.Page}` | {row.Handler} | {Mark(row, false, null)} | "
            + $"{string.Join(" | ", roles.Select(r => Mark(row, true, r)))} | {Mark(row, true, null)} |"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Mark(AccessRow row, bool signedIn, Role? role) => AccessTable.Allows(row, signedIn, role) ? "✓" : " ";
}
