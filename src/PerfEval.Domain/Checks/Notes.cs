using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks;

/// <summary>Collects what the checks of one text find and verify.</summary>
internal sealed class Notes(ReadText text, string section)
{
    /// <summary>A statement longer than this is marked at its stated number alone.</summary>
    private const int LongestStatement = 1200;

    private readonly List<(int Stated, Finding Finding)> findings = [];
    private readonly List<(int Stated, VerifiedStatement Statement)> verified = [];
    private readonly HashSet<int> right = [];
    private readonly HashSet<int> wrong = [];

    /// <summary>A statement that is right.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="stated">The number that is stated.</param>
    /// <param name="from">The numbers it was computed from.</param>
    /// <param name="formula">The calculation without its result.</param>
    /// <param name="computed">The exact result.</param>
    public void Verify(StatementKind kind, ReadNumber stated, IReadOnlyList<ReadNumber> from, string formula, decimal computed)
    {
        var place = PlaceOf(stated, from);
        right.Add(stated.Start);
        var written = Comparison.Written(stated, computed);
        var statement = new VerifiedStatement(place, text.Quote(place.Start, place.Length), kind, text.Shown(stated), written, $"{formula} = {written}", [.. from.Select(Of)]);
        verified.Add((stated.Start, statement with { Number = Of(stated) }));
    }

    /// <summary>A statement in words that its facts bear out.</summary>
    public void Verify(StatementKind kind, Stretch words, string stated, string computed, string formula)
    {
        var place = Of(words);
        verified.Add((words.Start, new(place, text.Quote(place.Start, place.Length), kind, stated, computed, formula, [])));
    }

    /// <summary>A number that does not fit, judged by how far it is off.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="verdict">How it stands to the computed one; Equal reports nothing.</param>
    /// <param name="sure">False when the numbers may not belong together; then it is a doubt at most.</param>
    /// <param name="stated">The number that is stated.</param>
    /// <param name="from">The numbers it was computed from.</param>
    /// <param name="formula">The calculation without its result.</param>
    /// <param name="computed">The exact result.</param>
    /// <param name="unsure">Why it may be right after all, when not sure.</param>
    /// <param name="tied">True when words tie the numbers though it is not sure: then no size is too far off.</param>
    public void Report(
        StatementKind kind, Verdict verdict, bool sure, ReadNumber stated, IReadOnlyList<ReadNumber> from, string formula, decimal computed, string unsure = "所列数字之间的关系由上下文推断，请核实", bool tied = false)
    {
        if (verdict == Verdict.Equal)
        {
            Verify(kind, stated, from, formula, computed);
            return;
        }

        if (verdict is Verdict.Off or Verdict.RoundedParts && (RivalReadings.Hold(text, kind, stated, from, sure) || RivalReadings.IsAnotherThing(text, kind, stated, from, computed, sure, tied)))
        {
            return;
        }

        sure = sure && (kind != StatementKind.Sum || !RivalReadings.IsAnotherThing(text, kind, stated, from, computed, false, tied));
        var written = Comparison.Written(stated, computed);
        var (severity, reason) = verdict switch
        {
            Verdict.RoundedTotal => (Severity.Hint, "取整后相符，请确认是有意取整"),
            Verdict.RoundedParts => (Severity.Doubt, "两者之差可由参与计算的数字本身经过四舍五入解释（尾差），不一定是错误"),
            Verdict.CutOff => (Severity.Doubt, "像是直接截去了尾数，应当四舍五入"),
            Verdict.TenThousand => (sure ? Severity.Error : Severity.Doubt, "两者相差一万倍，“元”与“万元”可能写错"),
            _ => (sure ? Severity.Error : Severity.Doubt, sure ? "" : unsure),
        };
        var said = verdict == Verdict.TenThousand ? StatementKind.Unit : kind;
        var remedy = verdict switch
        {
            Verdict.TenThousand => "请核对金额单位。",
            Verdict.RoundedParts => "请按未舍入的数字计算，或注明“因四舍五入存在尾差”。",
            Verdict.CutOff => $"请改为{written}。",
            Verdict.RoundedTotal => "如属取整，请写“约”或写出完整数字。",
            _ => $"请核对{text.Shown(stated)}及其各项数字。",
        };
        Report(said, severity, stated.Start, PlaceOf(stated, from), text.Shown(stated), written,
            $"{formula} = {written}，文中写{text.Shown(stated)}{(reason.Length > 0 ? "；" + reason : "")}。", remedy, [Of(stated), .. from.Select(Of)]);
    }

    /// <summary>Anything else that was found.</summary>
    public void Report(StatementKind kind, Severity severity, Stretch words, string stated, string computed, string explanation, string remedy) =>
        Report(kind, severity, words.Start, Of(words), stated, computed, explanation, remedy, []);

    /// <summary>Everything, in the order of the text; a doubt about a number that another check verified is dropped.</summary>
    public CheckResult Result()
    {
        var kept = findings.Where(f => f.Finding.Severity == Severity.Error || f.Finding.Kind is StatementKind.Claim or StatementKind.Repeat or StatementKind.MissingTable || !right.Contains(f.Stated))
            .GroupBy(f => (f.Stated, f.Finding.Kind)).Select(g => g.OrderBy(f => f.Finding.Severity).First().Finding)
            .OrderBy(f => ((CheckPlace.Words)f.Place).Start).ThenBy(f => f.Severity);
        return new([.. kept], [.. verified.DistinctBy(v => (v.Stated, v.Statement.Kind, v.Statement.Formula)).Select(v => v.Statement).OrderBy(v => v.Place.Start)]);
    }

    /// <summary>True when a check has already found this number right.</summary>
    public bool IsVerified(ReadNumber stated) => right.Contains(stated.Start);

    /// <summary>True when a check has already found this number right or wrong.</summary>
    public bool IsJudged(ReadNumber stated) => right.Contains(stated.Start) || wrong.Contains(stated.Start);

    /// <summary>True when a check has already found this number wrong.</summary>
    public bool IsWrong(ReadNumber stated) => wrong.Contains(stated.Start);

    private void Report(StatementKind kind, Severity severity, int key, CheckPlace.Words place, string stated, string computed, string explanation, string remedy, IReadOnlyList<CheckPlace> related) =>
        Add(key, new(TextRules.Of(kind), severity, place, explanation, remedy)
        {
            Kind = kind,
            Quote = text.Quote(place.Start, place.Length),
            Stated = stated,
            Computed = computed,
            Related = related,
        });

    private void Add(int key, Finding finding)
    {
        wrong.Add(key);
        findings.Add((key, finding));
    }

    private CheckPlace.Words PlaceOf(ReadNumber stated, IReadOnlyList<ReadNumber> from)
    {
        var (start, end) = (stated.Start, stated.End);
        var block = text.BlockAt(stated.Start);
        var table = text.IsInTable(stated.Start);
        // What stands in another paragraph is matched to, but no part of the statement.
        foreach (var number in from.Where(n => table || block.Holds(n.Start)))
        {
            (start, end) = (Math.Min(start, number.Start), Math.Max(end, number.End));
        }

        return end - start > LongestStatement ? Of(stated) : new(section, start, end - start);
    }

    private CheckPlace.Words Of(ReadNumber number) => new(section, number.Start, number.Length);

    private CheckPlace.Words Of(Stretch words) => new(section, words.Start, words.Length);
}
