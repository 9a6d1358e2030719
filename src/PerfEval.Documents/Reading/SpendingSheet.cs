using PerfEval.Documents.Excel;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Reading;

/// <summary>The spending lines that were found in a file.</summary>
public sealed class SpendingSheet
{
    /// <summary>Name of the sheet; empty for a text file.</summary>
    public required string Name { get; init; }

    /// <summary>The rows that are lines.</summary>
    public required IReadOnlyList<ImportedLine> Lines { get; init; }

    /// <summary>The columns of the header and where they stand, from 0.</summary>
    public required IReadOnlyDictionary<LineColumn, int> Columns { get; init; }

    /// <summary>What the template says about itself; null for a workbook of the person's own.</summary>
    public TemplateStamp? Stamp { get; init; }

    /// <summary>The unit in which amounts were read where their header says none.</summary>
    public AmountUnit Unit { get; init; }

    /// <summary>What is wrong before anything is understood, such as #REF! in a name.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>Rows of sums, remarks below the table and emptied rows, which are passed over; and what else a person should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number of rows that were passed over.</summary>
    public int Skipped { get; init; }

    /// <summary>Everything that is wrong, in the order of the file, with the cells where it stands.</summary>
    public IReadOnlyList<CellFault> FaultsWith(LineImport plan) =>
    [
        .. Faults.Concat(plan.Faults).DistinctBy(f => (f.Row, f.Column, f.Rule)).OrderBy(f => f.Row).ThenBy(f => f.Column)
            .Select(f => new CellFault(Name, f.Row, Columns.GetValueOrDefault(f.Column, Columns[LineColumn.Item]), f.Column.Word(), f.Value, f.Rule, f.Remedy)),
    ];

    /// <summary>The cells as they were read, to make a workbook of a file that is none.</summary>
    internal Grid Grid { get; init; } = new("", [], []);
}
