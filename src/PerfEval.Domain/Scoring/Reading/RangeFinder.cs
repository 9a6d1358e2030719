using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Scoring.Reading;

/// <summary>Reads a condition that compares a measured value with one or two numbers.</summary>
internal static partial class RangeFinder
{
    private const string Num = @"\d+(?:\.\d+)?";

    /// <summary>Words that may stand behind the numbers without adding a meaning.</summary>
    private static readonly HashSet<string> Idle = ["", "的", "之间", "之间的", "时", "者", "区间", "范围内", "范围", "区间的", "的部分", "部分", "的情况", "的,", "情况下", "标准", "区间内"];

    /// <summary>The range of a whole condition; null when it is none, or says more than a range.</summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="start">First character of the condition.</param>
    /// <param name="end">Behind the last one.</param>
    public static Range? In(string text, int start, int end)
    {
        var condition = Graded().Replace(text[start..end], "");
        var tokens = Tokens().Matches(condition).Where(t => !Counts(condition, t)).ToList();
        var numbers = tokens.Where(t => t.Groups["num"].Success).ToList();
        if (numbers.Count is 0 or > 2)
        {
            return null;
        }

        var first = tokens.FindIndex(t => t == numbers[0]);
        var lead = first > 0 && tokens[first - 1].Groups["op"].Success && tokens[first - 1].Index + tokens[first - 1].Length == numbers[0].Index ? tokens[first - 1] : null;
        var begin = lead?.Index ?? numbers[0].Index;
        var last = tokens[^1];
        var used = tokens.Where(t => t.Index >= begin).ToList();
        if (!Idle.Contains(condition[(last.Index + last.Length)..]) || !GapsAreIdle(condition, used))
        {
            // “80%≤执行率”: the subject stands behind.
            if (used.Count != 2 || !used[1].Groups["op"].Success || used[0].Groups["num"].Success is false || condition[(last.Index + last.Length)..].Any(char.IsAsciiDigit))
            {
                return null;
            }
        }

        var unit = numbers.Select(n => n.Groups["u"].Value).FirstOrDefault(u => u.Length > 0) ?? "";
        var compares = used.Any(t => !t.Groups["num"].Success);
        if (unit != "%" && !compares)
        {
            return null;
        }

        var bounds = new Bounds();
        Read(used, bounds);
        return bounds.Valid
            ? new Range(start + begin, start + last.Index + last.Length, bounds.Low, bounds.LowEdge, bounds.High, bounds.HighEdge,
                unit is "个百分点" or "百分点" ? "%" : unit, bounds.Exact, condition[..begin])
            : null;
    }

    /// <summary>The range of a condition that may end with what is done within it: 30天内办结.</summary>
    public static Range? Done(string text, int start, int end)
    {
        var tail = Doing().Match(text[start..end]);
        return In(text, start, tail.Success ? start + tail.Index : end);
    }

    [GeneratedRegex("(?<=以内|之内|内)(?:全部|及时)?(?:完成|办结|办理|完毕|到位|支付|拨付|交付|处理|处置|响应|修复|解决|答复|竣工|完工|验收|送达|发放|上报|提交|审批)+(?:的|者)?$|(?<=\\d%?),?(?:完成|达到|实现)(?:年度)?(?:目标|指标|计划)(?:值)?(?:的|者)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Doing();

    /// <summary>85%以上为优: the name of the grade.</summary>
    [GeneratedRegex("(?<=%(?:\\([^()]{1,6}\\))?(?:以上|以下|及以上|及以下|之间)?(?:\\([^()]{1,6}\\))?)(?:的|者)?,?(?:评定|评价|认定|判定|定)?(?:为|属于)(?:优秀|优|良好|良|较好|好|中等|中|一般|及格|合格|不及格|不合格|较差|差)(?:等次|等级|等|档|级)?[,的]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Graded();

    /// <summary>A year, or the number of 每1项 and 第1季度: no value that is compared.</summary>
    private static bool Counts(string condition, Match token) => token.Groups["num"].Success
        && (Year().IsMatch(condition.AsSpan(token.Index, Math.Min(5, condition.Length - token.Index))) || (token.Index > 0 && condition[token.Index - 1] is '每' or '第'));

    private static bool GapsAreIdle(string condition, List<Match> used)
    {
        for (var i = 1; i < used.Count; i++)
        {
            var from = used[i - 1].Index + used[i - 1].Length;
            var gap = condition[from..used[i].Index];
            if (gap.Length > 10 || gap.Any(char.IsAsciiDigit))
            {
                return false;
            }
        }

        return true;
    }

    private static void Read(List<Match> used, Bounds bounds)
    {
        var numbers = used.Where(t => t.Groups["num"].Success).ToList();
        var dash = used.Any(t => t.Groups["dash"].Success) && numbers.Count == 2;
        for (var n = 0; n < numbers.Count; n++)
        {
            var at = used.IndexOf(numbers[n]);
            var next = n + 1 < numbers.Count ? used.IndexOf(numbers[n + 1]) : used.Count;
            var value = decimal.Parse(numbers[n].Groups["num"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            var before = at > 0 && used[at - 1].Groups["op"].Success ? used[at - 1].Value : null;
            var behind = used.Skip(at + 1).Take(next - at - 1).ToList();
            var marked = behind.Any(t => t.Groups["inc"].Success) ? Edge.In : behind.Any(t => t.Groups["exc"].Success) ? Edge.Out : Edge.Plain;
            var ops = behind.Where(t => t.Groups["op"].Success).ToList();

            // “80%≤执行率<90%”: of two signs between two numbers the first one belongs to the first number, turned round.
            if (before is null && !dash && ((n == 0 && numbers.Count == 2 && ops.Count == 2) || (numbers.Count == 1 && ops.Count == 1)))
            {
                bounds.Add(Turned(ops[0].Value), value, marked);
            }
            else if (behind.FirstOrDefault(t => t.Groups["above"].Success) is { } above)
            {
                bounds.AddLow(value, marked != Edge.Plain ? marked : above.Value.Length > 2 ? Edge.In : Edge.Official);
            }
            else if (behind.FirstOrDefault(t => t.Groups["below"].Success || t.Groups["within"].Success) is { } below)
            {
                bounds.AddHigh(value, marked != Edge.Plain ? marked : below.Value.Length > 2 ? Edge.In : Edge.Official);
            }
            else if (dash)
            {
                bounds.AddEnd(value, marked);
            }
            else
            {
                bounds.Add(before ?? "=", value, marked);
            }
        }

        bounds.Close();
    }

    private static string Turned(string op) => op switch
    {
        "≤" or "小于等于" => "≥",
        "<" or "小于" => ">",
        "≥" or "大于等于" => "≤",
        ">" or "大于" => "<",
        _ => op,
    };

    [GeneratedRegex(
        @"(?<inc>\((?:含|包含|包括)[^()]{0,8}\)|含本数|含(?=以|$))|(?<exc>\((?:不含|不包含)[^()]{0,8}\)|不含本数|不含)"
        + @"|(?<num>" + Num + @")(?<u>%|个百分点|百分点|(?:个工作日|工作日|个月|小时|学时|课时|分钟|人次|万元|立方米|平方米|公顷|公里|秒|元)(?:/[套人户件次个亩台吨年月天日]|/公里|/平方米|/人次)?|[天日月年次场人户件份个项例起笔元米亩吨处条座台套名期分篇类种家张位宗所栋盏棵株头只辆册幅块])?"
        + @"|(?<op>≥|≤|>|<|=|大于或等于|大于等于|小于或等于|小于等于|不低于|不少于|不小于|不高于|不大于|不超过|未超过|不多于|不足|不满|不到|未达到|未达|达不到|低于|少于|小于|达到|达|超过|超出|高于|大于|多于|等于|为)"
        + @"|(?<above>(?:及|或|及其)?以上)|(?<below>(?:及|或|及其)?以下)|(?<within>以内|之内|以里|(?<=[天日月年时%钟周])内)|(?<dash>-|至|到)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\A(?:19|20)\d\d年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private sealed class Bounds
    {
        private readonly List<(decimal Value, Edge Edge)> ends = [];

        public decimal? Low { get; private set; }

        public Edge LowEdge { get; private set; }

        public decimal? High { get; private set; }

        public Edge HighEdge { get; private set; }

        public bool Exact { get; private set; }

        public bool Valid { get; private set; } = true;

        public void AddLow(decimal value, Edge edge)
        {
            Valid &= Low is null;
            (Low, LowEdge) = (value, edge);
        }

        public void AddHigh(decimal value, Edge edge)
        {
            Valid &= High is null;
            (High, HighEdge) = (value, edge);
        }

        public void AddEnd(decimal value, Edge edge) => ends.Add((value, edge));

        public void Add(string op, decimal value, Edge marked)
        {
            switch (op)
            {
                case "≥" or "大于或等于" or "大于等于" or "不低于" or "不少于" or "不小于" or "达到" or "达":
                    AddLow(value, marked == Edge.Out ? Edge.Out : Edge.In);
                    break;
                case ">" or "超过" or "超出" or "高于" or "大于" or "多于":
                    AddLow(value, marked == Edge.In ? Edge.In : Edge.Out);
                    break;
                case "≤" or "小于或等于" or "小于等于" or "不高于" or "不大于" or "不超过" or "未超过" or "不多于":
                    AddHigh(value, marked == Edge.Out ? Edge.Out : Edge.In);
                    break;
                case "<" or "不足" or "不满" or "不到" or "未达到" or "未达" or "达不到" or "低于" or "少于" or "小于":
                    AddHigh(value, marked == Edge.In ? Edge.In : Edge.Out);
                    break;
                default:
                    AddLow(value, Edge.In);
                    AddHigh(value, Edge.In);
                    Exact = true;
                    break;
            }
        }

        public void Close()
        {
            if (ends.Count == 2)
            {
                var (a, b) = ends[0].Value <= ends[1].Value ? (ends[0], ends[1]) : (ends[1], ends[0]);
                AddLow(a.Value, a.Edge);
                AddHigh(b.Value, b.Edge);
            }
            else if (ends.Count == 1)
            {
                Valid = false;
            }

            Valid &= (Low ?? High) is not null && (Exact || Low is not { } l || High is not { } h || l < h);
        }
    }
}
