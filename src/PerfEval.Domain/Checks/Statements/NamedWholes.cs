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
        if (!name.EndsWith("的") || (name = name.TrimEnd("的总数额量 ")).Length < ShortestName)
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
            if (text.Numbers[i] is { Firm: true, Value: > 0 } whole && whole.Alike(part) && whole != part && text.Lead(i).TrimEnd("为共计达到了 ").EndsWith(name) && whole.Value >= part.Value)
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
}
