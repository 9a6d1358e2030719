using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>工程治理480万元……占全年支出的42.9%: the words name the whole, and a number of the paragraph is called so.</summary>
internal static class NamedWholes
{
    private const int Farthest = 40;
    private const int Before = 1000;
    private const int ShortestName = 3;
    private const int Nearest = 16;

    /// <summary>Judges a share whose whole is named and found.</summary>
    /// <returns>False when no number is called so; then the usual reading applies.</returns>
    public static bool Judge(ReadText text, Notes notes, int index, ReadNumber part)
    {
        var percent = text.Numbers[index];
        var lead = text.Lead(index);
        var name = lead[(lead.LastIndexOf('占') + 1)..];
        name = name.TrimStart("了到 ");
        var inAll = name.EndsWith("总量的") || name.EndsWith("总数的") || name.EndsWith("总额的");
        if (!name.EndsWith("的") || (name = name.TrimEnd("的总数额量 ")).Length < (inAll ? ShortestName - 1 : ShortestName))
        {
            return false;
        }

        var start = text.BlockAt(percent.Start).Start;
        var wholes = new List<ReadNumber>();
        // 计划总投资 is 项目总投资 elsewhere. A longer name is looked for in the paragraphs before as well.
        var from = name.Length > ShortestName ? start - Before : start;
        name = name.Length > ShortestName + 1 && (name.StartsWith("计划") || name.StartsWith("项目")) ? name[2..] : name;
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= (wholes.Count > 0 ? start : from); i--)
        {
            if (text.Numbers[i] is { Firm: true, Value: > 0 } whole && IsLike(whole, part) && whole != part && (IsCalled(text, i, name) || (inAll && text.Lead(i).Contains(name, StringComparison.Ordinal))) && whole.Value >= part.Value)
            {
                wholes.Add(whole);
            }
        }

        if (wholes.Count == 0)
        {
            return false;
        }

        var right = wholes.Find(w => Rates.Fits(percent, part, w));
        var near = wholes[0].Start >= start && percent.Start - part.End <= Nearest + name.Length && text.SentenceAt(part.Start) == text.SentenceAt(percent.Start);
        Rates.Judge(text, notes, StatementKind.Ratio, percent, part, right ?? wholes[0], right is not null || (near && wholes.Select(w => w.Value).Distinct().Count() == 1), "占比的总数由名称推断，请核实");
        return true;
    }

    /// <summary>People are counted as visits too: 1,486人就业，占培训人次的65%.</summary>
    private static bool IsLike(ReadNumber whole, ReadNumber part) => whole.Alike(part) || (whole.Measure == part.Measure && (whole.Unit, part.Unit) is ("人次", "人"));

    /// <summary>总投资920万元; 培训2,286人次 is called 培训人次 as well.</summary>
    private static bool IsCalled(ReadText text, int index, ReadOnlySpan<char> name)
    {
        var lead = text.Lead(index).TrimEnd("为共计达到了 ");
        var unit = text.Numbers[index].Unit;
        return lead.EndsWith(name) || (name.EndsWith(unit, StringComparison.Ordinal) && name.Length >= unit.Length + 2 && lead.EndsWith(name[..^unit.Length], StringComparison.Ordinal));
    }
}
