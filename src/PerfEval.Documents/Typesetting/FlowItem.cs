namespace PerfEval.Documents.Typesetting;

/// <summary>Something the pages are filled with, in order.</summary>
/// <param name="Frame">The kind of page it stands on.</param>
/// <param name="KeepWithNext">Never last on a page.</param>
internal abstract record FlowItem(PageFrame Frame, bool KeepWithNext);

/// <summary>A line box with text.</summary>
/// <param name="Frame">The kind of page.</param>
/// <param name="KeepWithNext">Never last on a page.</param>
/// <param name="Line">The text.</param>
/// <param name="Heading">The heading that begins here, for the outline.</param>
internal sealed record LineItem(PageFrame Frame, bool KeepWithNext, SetLine Line, (int Level, string Title)? Heading = null)
    : FlowItem(Frame, KeepWithNext);

/// <summary>An empty line box; vanishes at the head of a page.</summary>
/// <param name="Frame">The kind of page.</param>
internal sealed record BlankItem(PageFrame Frame) : FlowItem(Frame, true);

/// <summary>The next item begins a page.</summary>
/// <param name="Frame">The kind of page.</param>
internal sealed record PageBreakItem(PageFrame Frame) : FlowItem(Frame, false);

/// <summary>A table.</summary>
/// <param name="Frame">The kind of page.</param>
/// <param name="Table">Its cells, measured and broken into lines.</param>
internal sealed record TableItem(PageFrame Frame, TableLayout Table) : FlowItem(Frame, false);
