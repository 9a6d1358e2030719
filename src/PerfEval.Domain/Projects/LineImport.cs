using System.Security.Cryptography;
using System.Text;

namespace PerfEval.Domain.Projects;

/// <summary>One row of a file with spending lines, not yet compared with what is stored.</summary>
/// <param name="Row">Its number in the file as the person sees it there, from 1.</param>
/// <param name="Typing">What stands in it.</param>
/// <param name="Id">行标识 of the line it was exported from; null for a row of the person's own.</param>
/// <param name="SeenVersion">Version of that line when it was exported.</param>
public sealed record ImportedLine(int Row, LineTyping Typing, Guid? Id = null, long? SeenVersion = null);

/// <summary>What an import does with a row.</summary>
public enum LineStepKind
{
    /// <summary>新增: no line has its key.</summary>
    New,

    /// <summary>修改: one line has its 行标识 or its key, with other values.</summary>
    Changed,

    /// <summary>未变: the line says the same already.</summary>
    Unchanged,

    /// <summary>冲突: the line was changed or deleted after the file was exported; a person decides.</summary>
    Conflict,
}

/// <summary>What becomes of one row of the file.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Kind">New, changed, unchanged or in conflict.</param>
/// <param name="Entry">What the line shall be.</param>
/// <param name="Stored">The line as stored; null for a new one, and for a conflict with somebody who deleted it.</param>
/// <param name="Id">Key of the line.</param>
public sealed record LineStep(int Row, LineStepKind Kind, LineEntry Entry, BudgetLine? Stored, Guid Id);

/// <summary>One thing that is wrong with a cell of an imported file.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
/// <param name="Column">Column of the cell.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Rule">What is wrong, a Chinese half-sentence.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ImportFault(int Row, LineColumn Column, string Value, string Rule, string Remedy);

/// <summary>
/// What an import of spending lines will do: rows find their line by 行标识, else by 活动内容, 项目 and 实施单位. Lines that
/// the file does not have stay as they are; columns it does not have keep their values.
/// </summary>
public sealed class LineImport
{
    private LineImport(IReadOnlyList<LineStep> steps, IReadOnlyList<ImportFault> faults) => (Steps, Faults) = (steps, faults);

    /// <summary>The rows without fault, in their order.</summary>
    public IReadOnlyList<LineStep> Steps { get; }

    /// <summary>Everything that is wrong with all rows; while there is one, nothing is imported.</summary>
    public IReadOnlyList<ImportFault> Faults { get; }

    /// <summary>实际拨款 of all rows, or their 实际支出 where none says the former; 元. It shows amounts in a wrong unit.</summary>
    public decimal Amounts => Steps.Sum(s => s.Entry.Allocated ?? 0) is var allocated and > 0 ? allocated : Steps.Sum(s => s.Entry.Spent ?? 0);

    /// <summary>Stands for what was shown in the preview: it differs as soon as a row would do something else now.</summary>
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Steps.Select(s => $"{s.Row} {s.Kind} {s.Id} {s.Stored?.Version} {s.Entry}")))));

    /// <summary>Number of rows with which this is done.</summary>
    public int Count(LineStepKind kind) => Steps.Count(s => s.Kind == kind);

    /// <summary>Compares a file with what is stored.</summary>
    /// <param name="stored">All lines of the project.</param>
    /// <param name="rows">The rows of the file.</param>
    /// <param name="columns">The columns that the file has.</param>
    /// <param name="newId">Key of a new line by its row; the same file gives the same keys, so that a resend adds nothing twice.</param>
    public static LineImport Plan(
        IReadOnlyList<BudgetLine> stored, IReadOnlyList<ImportedLine> rows, IReadOnlySet<LineColumn> columns, Func<int, Guid> newId)
    {
        var match = new LineMatch(stored, rows, columns);
        var (steps, faults) = (new List<LineStep>(), new List<ImportFault>());
        foreach (var row in rows)
        {
            var (line, gone) = match.LineOf(row, out var fault);
            if (line is not null)
            {
                KeepMissing(row.Typing, line, columns);
            }

            var entry = row.Typing.Read(out var wrong);
            var found = wrong.Select(w => Said(row, w)).ToList();
            if (fault is not null)
            {
                found.Add(fault);
            }

            faults.AddRange(found.OrderBy(f => f.Column));
            if (found.Count == 0)
            {
                var id = line?.Id ?? newId(row.Row);
                steps.Add(new(row.Row, gone ? LineStepKind.Conflict : KindOf(row, entry, line), entry, line, id));
            }
        }

        return new(steps, faults);
    }

    /// <summary>The rows that change something.</summary>
    /// <param name="overwrite">Row numbers of conflicts in which the file shall win; the others are left out.</param>
    public LineChanges Changes(IReadOnlySet<int> overwrite) => new([.. Steps
        .Where(s => s.Kind is LineStepKind.New or LineStepKind.Changed || (s.Kind == LineStepKind.Conflict && overwrite.Contains(s.Row)))
        .Select(s => new LineChange(s.Id, s.Stored?.Version, s.Entry))]);

    private static LineStepKind KindOf(ImportedLine row, LineEntry entry, BudgetLine? line) =>
        line is null ? LineStepKind.New
        : new BudgetLine(line.Id, 0, entry).Entry == line.Entry || SaysTheSame(row.Typing, line) ? LineStepKind.Unchanged
        : row.SeenVersion is { } seen && row.Id == line.Id && seen != line.Version ? LineStepKind.Conflict
        : LineStepKind.Changed;

    // A line without 拨款 beside 数量 and 单价 would come back with their product, though nobody touched it.
    private static bool SaysTheSame(LineTyping typing, BudgetLine line)
    {
        var stored = LineTyping.Of(line);
        return LineColumns.Entered.All(c => typing[c] == stored[c]);
    }

    private static void KeepMissing(LineTyping typing, BudgetLine line, IReadOnlySet<LineColumn> columns)
    {
        var missing = LineColumns.Entered.Where(c => !columns.Contains(c)).ToList();
        var stored = missing.Count == 0 ? typing : LineTyping.Of(line);
        foreach (var column in missing)
        {
            typing[column] = stored[column];
            typing.Write(column, AmountUnit.Yuan);
        }
    }

    private static ImportFault Said(ImportedLine row, Fault fault)
    {
        var column = Enum.Parse<LineColumn>(fault.Field);
        var value = row.Typing[column];
        var text = fault.Message;
        foreach (var opening in new[] { $"“{column.Word()}”填写的“{LineTyping.Short(value.Trim())}”", $"“{column.Word()}”" })
        {
            text = text.StartsWith(opening, StringComparison.Ordinal) ? text[opening.Length..] : text;
        }

        var at = text.IndexOf('请', StringComparison.Ordinal);
        return at switch
        {
            0 => new(row.Row, column, value, "没有填写", text),
            < 0 => new(row.Row, column, value, text, "请改正该单元格"),
            _ => new(row.Row, column, value, text[..at].TrimEnd('，', '。', '；'), text[at..]),
        };
    }
}
