namespace PerfEval.Domain.Scoring.Reading;

/// <summary>In which direction a text counts.</summary>
internal enum Side
{
    /// <summary>It does not say: 每1%.</summary>
    Unsaid,

    /// <summary>每下降.</summary>
    Down,

    /// <summary>每超过.</summary>
    Up,

    /// <summary>每相差.</summary>
    Both,
}

/// <summary>“低于95%，每下降1%”.</summary>
/// <param name="Start">First character of “每…” in the normalised text.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Side">Direction.</param>
/// <param name="Size">Size of a step.</param>
/// <param name="Measure">Unit of the step; “%” for 个百分点 too.</param>
/// <param name="PerCent">The text says “%”, which may be meant as a part of the full mark.</param>
/// <param name="Delay">The text counts lateness: 每延迟1天.</param>
/// <param name="From">每低于90%一个百分点: the line that the step itself names; null when it names none.</param>
internal sealed record Step(int Start, int End, Side Side, decimal Size, string Measure, bool PerCent, bool Delay, decimal? From = null);

/// <summary>“每存在一项不合理”.</summary>
/// <param name="Before">What stands before the counting words, as normalised.</param>
/// <param name="Lead">The counting words: 每存在, 每少.</param>
/// <param name="Unit">项, 例, 类…</param>
/// <param name="Rest">What is counted, as normalised.</param>
internal sealed record Occurrence(string Before, string Lead, string Unit, string Rest)
{
    /// <summary>Something is missing rather than present.</summary>
    public bool Missing => Lead.Contains('少') || Lead.Contains('缺') || Lead.Contains('漏');
}
