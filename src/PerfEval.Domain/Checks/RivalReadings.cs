using PerfEval.Domain.Checks.Reading;
using PerfEval.Domain.Checks.Statements;

namespace PerfEval.Domain.Checks;

/// <summary>
/// Before a number is called wrong: do other numbers near it make it right? 年初42.18，拨入260.00，支出271.46，年末31.09 is right though
/// 260.00 − 271.46 is not 31.09. What a check tied by grammar may belong elsewhere; digits that fit to the last place do not by chance.
/// </summary>
internal static class RivalReadings
{
    private const int MostTerms = 6;
    private const int MostAround = 14;

    /// <summary>How many numbers away another may stand; time stays linear in a text without an end of a paragraph.</summary>
    private const int Farthest = 80;
    private const int Telling = 1000;
    private const decimal Exact = 0.005m;

    /// <summary>A sum that is so far off adds up what does not belong together; a slip of the pen is told apart before.</summary>
    private const decimal NearSum = 0.15m;

    /// <summary>So far apart, in either direction, two values are of different things unless a digit slipped.</summary>
    private const decimal Gross = 3;

    /// <summary>A tie that the context only suggests must come this near, or other numbers are meant.</summary>
    private const decimal Near = 0.5m;

    /// <summary>By so many times a unit that was written wrongly is off: 万元, 亿元, a moved point.</summary>
    private static readonly decimal[] Scales = [10, 100, 1000, 10_000, 100_000_000];

    private static readonly string[] Incoming = ["年初", "期初", "上年末", "上年结", "年初结", "拨入", "收入", "收到", "利息", "新增", "新购", "购入", "转入", "接收", "接受", "入库", "调增", "追加", "新发展", "净增", "到位", "补充", "新建", "新开"];
    private static readonly string[] Outgoing = ["支出", "减少", "转出", "去世", "死亡", "退出", "注销", "报废", "剔", "发放", "使用", "核减", "调减", "支付", "迁出", "消耗", "出库", "上缴", "收回", "退回", "下线", "停用", "淘汰", "扣", "流出", "离职"];

    /// <summary>True when the numbers around make the stated one right in another way than the one that it failed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What was tried.</param>
    /// <param name="stated">The number that does not fit.</param>
    /// <param name="from">What it was computed from.</param>
    /// <param name="sure">True when words, not nearness, tie it to what it was computed from.</param>
    public static bool Hold(ReadText text, StatementKind kind, ReadNumber stated, IReadOnlyList<ReadNumber> from, bool sure) => stated.Firm && (stated.Measure == Measure.Percent
        ? !sure && kind is StatementKind.Ratio or StatementKind.Completion or StatementKind.Growth && IsQuotient(text, stated, from, kind == StatementKind.Growth)
        : (kind is StatementKind.Sum or StatementKind.Difference && IsSigned(text, stated, kind)) || (!sure && kind is not StatementKind.Growth && (IsPartOfAShare(text, stated, from) || IsProduct(text, stated))));

    /// <summary>True when the computed value is of another thing, to judge by its size.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What was tried.</param>
    /// <param name="stated">The number that does not fit.</param>
    /// <param name="from">What it was computed from.</param>
    /// <param name="computed">The result.</param>
    /// <param name="sure">True when words tie them.</param>
    /// <param name="tied">True when words tie them, though it is not sure.</param>
    public static bool IsAnotherThing(ReadText text, StatementKind kind, ReadNumber stated, IReadOnlyList<ReadNumber> from, decimal computed, bool sure, bool tied)
    {
        if (stated.Value == 0 || computed == 0 || LikelySlips.Of(stated, computed) || LikelySlips.IsOneDigit(stated, computed) || Scales.Any(s => Fits(stated, computed * s) || Fits(stated, computed / s)))
        {
            return false;
        }

        var times = Math.Abs(computed) < Math.Abs(stated.Value) ? Math.Abs(stated.Value / computed) : Math.Abs(computed / stated.Value);
        var sentence = text.SentenceAt(stated.Start);
        if (sure)
        {
            return kind == StatementKind.Sum && times > Gross && !from.Any(n => sentence.Holds(n.Start));
        }

        var most = kind switch
        {
            StatementKind.Sum => 1 + NearSum,
            StatementKind.Ratio or StatementKind.Completion or StatementKind.Average => 1 + Near,
            _ => decimal.MaxValue,
        };
        return !tied && times > most && !text.IsInTable(stated.Start) && HasOthers(text, stated, from);
    }

    /// <summary>True when the paragraph holds other numbers that could be meant.</summary>
    private static bool HasOthers(ReadText text, ReadNumber stated, IReadOnlyList<ReadNumber> from)
    {
        var (first, last) = text.Within(text.BlockAt(stated.Start));
        var index = text.FirstAt(stated.Start);
        (first, last) = (Math.Max(first, index - Farthest), Math.Min(last, index + Farthest));
        return from.Any(f => Enumerable.Range(first, last - first).Any(i => text.Numbers[i] != stated && text.Numbers[i].Alike(f) && !from.Contains(text.Numbers[i])));
    }

    /// <summary>年初 + 购入 − 发放: the words say what comes in and what goes out; what they leave open may do either.</summary>
    private static bool IsSigned(ReadText text, ReadNumber stated, StatementKind kind)
    {
        var index = text.FirstAt(stated.Start);
        var sentence = text.SentenceAt(stated.Start);
        // What is left is left of what stands before it.
        var around = Around(text, index, sentence.Start, kind == StatementKind.Difference ? stated.Start : sentence.End, MostAround).FindAll(i => text.Numbers[i].Alike(stated)).Take(MostTerms).ToList();
        var own = Flows.Of(text.Lead(index));
        var flows = around.ConvertAll(i => Flows.Of(text.Lead(i)));
        // What was spent adds up what was spent, and takes nothing away.
        var signs = around.ConvertAll(i => own == Flow.Out ? 0 : Sign(text.Lead(i)));
        var labels = around.ConvertAll(i => Label(text.Lead(i)));
        var combinations = 1;
        for (var k = 0; k < around.Count; k++)
        {
            combinations *= 3;
        }

        for (var c = 1; c < combinations; c++)
        {
            var (sum, terms, known, same, alike, code) = (0m, 0, 0, 0, 0, c);
            var label = "";
            for (var k = 0; k < around.Count; k++, code /= 3)
            {
                var sign = (code % 3) switch { 1 => 1, 2 => -1, _ => 0 };
                if (sign == 0)
                {
                    continue;
                }

                if (signs[k] != 0 && signs[k] != sign)
                {
                    terms = 0;
                    break;
                }

                sum += sign * text.Numbers[around[k]].Value;
                terms++;
                known += signs[k] != 0 ? 1 : 0;
                label = terms == 1 ? labels[k] : label;
                alike += sign > 0 && label.Length > 0 && label == labels[k] ? 1 : 0;
                same += own != Flow.None && flows[k] == own && sign > 0 ? 1 : 0;
            }

            if (terms >= 2 && sum == stated.Value && (same == terms || (known >= 2 && terms >= 3) || (alike == terms && Digits(stated) >= Telling)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>2022年实际安装…，2023年实际安装…: the last two characters of what a number is called.</summary>
    private static string Label(ReadOnlySpan<char> lead) => lead.TrimEnd("了为共计约达 ") is { Length: >= 2 } name ? name[^2..].ToString() : "";

    private static int Sign(ReadOnlySpan<char> lead) => Words.Any(lead, Incoming) ? 1 : Words.Any(lead, Outgoing) ? -1 : 0;

    /// <summary>累计1,182.18万元，占95%，余下5%即62.22万元: the share of a whole that is known by another share.</summary>
    private static bool IsPartOfAShare(ReadText text, ReadNumber stated, IReadOnlyList<ReadNumber> from)
    {
        var own = from.FirstOrDefault(n => n.Measure == Measure.Percent)?.Value;
        var index = text.FirstAt(stated.Start);
        var block = text.BlockAt(stated.Start);
        var around = Around(text, index, block.Start, block.End, MostAround);
        var percents = around.Where(i => text.Numbers[i] is { Measure: Measure.Percent, Value: > 0 }).Select(i => text.Numbers[i].Value).ToList();
        var amounts = around.Where(i => text.Numbers[i].Alike(stated)).Select(i => text.Numbers[i].Value).ToList();
        return Digits(stated) >= Telling && percents.Exists(p => (own is null || p == own) && amounts.Exists(a => Fits(stated, a * p / 100) || percents.Exists(q => q != p && Fits(stated, a / q * p))));
    }

    /// <summary>A product of a number of things and what one of them costs, or a quotient of an amount and a number of things.</summary>
    private static bool IsProduct(ReadText text, ReadNumber stated)
    {
        var index = text.FirstAt(stated.Start);
        var block = text.BlockAt(stated.Start);
        var around = Around(text, index, block.Start, block.End, MostAround).Select(i => text.Numbers[i]).ToList();
        return Digits(stated) >= Telling && around.Exists(a => a.Measure == stated.Measure && a.Unit == stated.Unit && around.Exists(b => b != a && b.Value != 0
            && b.Measure is Measure.Count or Measure.Quantity or Measure.Time && (Fits(stated, a.Value * b.Value) || Fits(stated, a.Value / b.Value))));
    }

    /// <summary>
    /// The rounded quotient of two other numbers, or for a growth the change by the old value. The same two the other way
    /// round, or one of them and their difference, are no other reading but the usual mistake in the base.
    /// </summary>
    private static bool IsQuotient(ReadText text, ReadNumber stated, IReadOnlyList<ReadNumber> from, bool growth)
    {
        var index = text.FirstAt(stated.Start);
        var scope = growth || stated.Places == 1 ? text.SentenceAt(stated.Start) : text.BlockAt(stated.Start);
        var around = Around(text, index, scope.Start, scope.End, MostAround).Select(i => text.Numbers[i]).Where(n => n is { Per: "", Value: > 0 } && n.Measure is not Measure.Percent and not Measure.Time).ToList();
        var tried = from.Select(n => n.Value).ToHashSet();
        tried.UnionWith(from.SelectMany(a => from.Select(b => Math.Abs(a.Value - b.Value))).ToList());
        tried.UnionWith(from.SelectMany(a => from.Where(b => b != a).Select(b => a.Value + b.Value)).ToList());
        // A whole percentage fits by chance, unless it is one to the last digit: 1,278 of 2,130 are 60.00 %.
        bool Fits(ReadNumber rate, decimal computed) => rate.Places > 0 ? RivalReadings.Fits(rate, computed) : Math.Abs(computed - rate.Value) < Exact;
        return around.Exists(whole => around.Exists(part => part != whole && part.Alike(whole) && !(tried.Contains(part.Value) && tried.Contains(whole.Value))
            && (Fits(stated, part.Value / whole.Value * 100) || (growth && Fits(stated, Math.Abs(part.Value - whole.Value) / whole.Value * 100)))));
    }

    private static bool Fits(ReadNumber stated, decimal computed) => Comparison.Of(stated, computed, 0) == Verdict.Equal;

    private static decimal Digits(ReadNumber stated) => Math.Abs(stated.Printed) * ReadNumber.Power(stated.Places);

    /// <summary>The firm numbers nearest to one, those before it first.</summary>
    private static List<int> Around(ReadText text, int index, int start, int end, int most)
    {
        var found = new List<int>();
        for (var i = index - 1; i >= Math.Max(0, index - Farthest) && found.Count < most && text.Numbers[i].Start >= start; i--)
        {
            if (text.Numbers[i] is { Firm: true } n && n.Measure != Measure.Plain)
            {
                found.Add(i);
            }
        }

        for (var i = index + 1; i < Math.Min(text.Numbers.Count, index + Farthest) && found.Count < most + 3 && text.Numbers[i].Start < end; i++)
        {
            if (text.Numbers[i] is { Firm: true } n && n.Measure != Measure.Plain)
            {
                found.Add(i);
            }
        }

        return found;
    }
}
