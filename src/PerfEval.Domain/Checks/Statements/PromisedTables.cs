using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>A heading or sentence that promises a table which is not there: （附相关评分表）, 详见下表.</summary>
internal static class PromisedTables
{
    private const int Nearby = 600;
    private static readonly string[] Below = ["见下表", "如下表", "下表所示", "详见下表", "如下表所示", "见表", "列表如下"];
    private static readonly string[] Attached = ["附相关评分表", "附评分表", "附相关表格", "附得分表", "附指标评分表", "附评价指标体系表", "见附表", "详见附表", "见附件", "详见附件", "附表", "附件:"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var last = -1;
        var annex = Math.Max(LastAnnex(text.Plain), text.Tables.Count > 0 ? text.Tables[^1].Start : -1);
        foreach (var (start, word) in Words.All(text.Plain, [.. Below, .. Attached]))
        {
            if (start < last || Blocks.IsHeading(text.Plain.AsSpan(start, word.Length)) && AtLineStart(text, start))
            {
                continue;
            }

            last = start + word.Length;
            var below = Array.IndexOf(Below, word) >= 0;
            if (below ? !HasTableAfter(text, start) : annex < start)
            {
                notes.Report(StatementKind.MissingTable, Severity.Missing, new(start, last), text.Quote(start, word.Length), "",
                    $"文中写“{text.Quote(start, word.Length)}”，但{(below ? "其后" : "全文")}没有找到相应的表。", "请附上该表，或删去这句话。粘贴的文字不含表格时请改用文件核对。");
            }
        }
    }

    private static bool AtLineStart(ReadText text, int start) => start == 0 || text.Plain[start - 1] == '\n';

    private static bool HasTableAfter(ReadText text, int start)
    {
        var (low, high) = (0, text.Tables.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = text.Tables[middle].End > start ? (low, middle) : (middle + 1, high);
        }

        return low < text.Tables.Count && text.Tables[low].Start < start + Nearby;
    }

    /// <summary>Where the last line that begins an annex starts; -1 without one.</summary>
    private static int LastAnnex(string plain) =>
        Math.Max(plain.LastIndexOf("\n附表", StringComparison.Ordinal), plain.LastIndexOf("\n附件", StringComparison.Ordinal));
}
