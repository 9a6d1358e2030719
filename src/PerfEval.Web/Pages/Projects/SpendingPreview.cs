using System.Security.Cryptography;
using System.Text;
using PerfEval.Documents.Excel;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Projects;

namespace PerfEval.Web.Pages.Projects;

/// <summary>What an uploaded workbook would do to the spending lines of a project.</summary>
public sealed class SpendingPreview
{
    private readonly byte[] content;

    private SpendingPreview(Project project, WaitingUpload upload, AmountUnit? chosen)
    {
        (content, FileName) = (upload.Content, upload.Name);
        try
        {
            Sheet = SpendingReader.Read(content, FileName, chosen);
        }
        catch (UnreadableTable unreadable)
        {
            throw new RuleBroken(unreadable.Message, nameof(SpendingImportModel.Sheet));
        }

        if (Sheet.Stamp is { } stamp && stamp.Project != project.ChainId)
        {
            throw new RuleBroken(
                $"文件“{FileName}”是项目“{stamp.Name}”（{stamp.FiscalYear}年度）的模板，不能导入到“{project.Name}”（{project.FiscalYear}年度）；请下载本项目的模板，或打开那个项目的导入页面",
                nameof(SpendingImportModel.Sheet));
        }

        Hash = Convert.ToHexString(SHA256.HashData(content));
        Plan = LineImport.Plan(project.Lines, Sheet.Lines, Sheet.Columns.Keys.ToHashSet(), row => KeyOf(project, row));
        Faults = Sheet.FaultsWith(Plan);
        var money = ProjectMoney.Of(project);
        Suggested = chosen is null && Faults.Count == 0 ? AmountScale.Suggests(Plan.Amounts, Sheet.Unit, money.Received ?? money.AdjustedBudget) : null;
        Budget = money.Received ?? money.AdjustedBudget;
        var known = project.Lines.Select(l => l.ImplementingUnit).ToHashSet();
        NewUnits = known.Count == 0 ? [] : [.. Plan.Steps.Select(s => s.Entry.ImplementingUnit ?? "").Where(u => u.Length > 0 && !known.Contains(u)).Distinct()];
        Untouched = project.Lines.Count - Plan.Steps.Count(s => s.Stored is not null);
        (AllocatedBefore, SpentBefore) = (project.Lines.Sum(l => l.Allocated ?? 0), project.Lines.Sum(l => l.Spent ?? 0));
        var changing = Plan.Steps.Where(s => s.Kind is LineStepKind.New or LineStepKind.Changed).ToList();
        AllocatedAfter = AllocatedBefore + changing.Sum(s => (s.Entry.Allocated ?? 0) - (s.Stored?.Allocated ?? 0));
        SpentAfter = SpentBefore + changing.Sum(s => (s.Entry.Spent ?? 0) - (s.Stored?.Spent ?? 0));
    }

    public string FileName { get; }

    public SpendingSheet Sheet { get; }

    public LineImport Plan { get; }

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<CellFault> Faults { get; }

    /// <summary>The other unit, when the amounts look 10,000 times off: to be asked, never guessed.</summary>
    public AmountUnit? Suggested { get; }

    public decimal? Budget { get; }

    /// <summary>实施单位 that no line has yet: new ones, or mistyped.</summary>
    public IReadOnlyList<string> NewUnits { get; }

    /// <summary>Lines that the file does not have; they stay.</summary>
    public int Untouched { get; }

    public decimal AllocatedBefore { get; }

    public decimal AllocatedAfter { get; }

    public decimal SpentBefore { get; }

    public decimal SpentAfter { get; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; }

    public bool MayCommit => Faults.Count == 0 && Suggested is null;

    /// <summary>Reads a file and compares it with the project.</summary>
    /// <exception cref="RuleBroken">It cannot be read, or belongs to another project; the message says what to do.</exception>
    internal static SpendingPreview Of(Project project, WaitingUpload upload, AmountUnit? chosen) => new(project, upload, chosen);

    /// <summary>The file with its faults marked.</summary>
    public byte[] Marked() => MarkedWorkbook.Of(content, Sheet, Faults);

    /// <summary>What a changed row changes, in words: column, old and new value.</summary>
    public static IEnumerable<(string Column, string Old, string New)> Differences(LineStep step)
    {
        foreach (var column in LineColumns.Entered)
        {
            var (old, now) = (step.Stored is null ? "" : Words(step.Stored.Entry, column), Words(step.Entry, column));
            if (old != now)
            {
                yield return (column.Word(), old.Length == 0 ? "（空）" : old, now.Length == 0 ? "（空）" : now);
            }
        }
    }

    private static string Words(LineEntry entry, LineColumn column) => column switch
    {
        LineColumn.ActivityGroup => entry.ActivityGroup,
        LineColumn.Item => entry.Item,
        LineColumn.ImplementingUnit => entry.ImplementingUnit,
        LineColumn.Quantity => entry.Quantity is { } quantity ? Numbers.Plainly(quantity) : null,
        LineColumn.Measure => entry.Measure,
        LineColumn.UnitPrice => Shown(entry.UnitPrice),
        LineColumn.Allocated => Shown(entry.Allocated),
        LineColumn.Spent => Shown(entry.Spent),
        _ => entry.BalanceReason,
    } ?? "";

    private static string? Shown(decimal? amount) => amount is { } yuan ? Money.Show(yuan) : null;

    // The same row of the same file is the same line, so that an import sent twice adds nothing twice.
    private Guid KeyOf(Project project, int row) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{project.ChainId:N} {Hash} {row}")).AsSpan(0, 16));
}
