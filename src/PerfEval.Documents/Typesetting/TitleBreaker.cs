namespace PerfEval.Documents.Typesetting;

/// <summary>
/// Splits a long title into as few lines as possible, of similar but not equal length (梯形或菱形), between words as far as
/// the words of this trade tell (§7.3.1: 词意完整、排列对称、长短适宜), never within a number and not within 《》.
/// </summary>
internal static class TitleBreaker
{
    private static readonly string[] Words =
    [
        "项目", "支出", "绩效", "评价", "自评", "报告", "经费", "资金", "工作", "街道", "财政", "预算", "年度", "办事处", "委员会",
        "专项", "系列", "活动", "部门", "整体", "单位", "管理", "情况", "人民政府", "政府", "中共", "区委", "补助", "建设", "服务",
        "办公室", "关于", "开展", "进行", "重点", "公共", "社会", "社区", "环境", "卫生", "教育", "文化", "农村", "城市", "春节",
        "慰问", "困难", "保障", "救助", "改造", "工程", "采购", "安全", "生产", "监督", "分局", "公安局", "民政局", "财政局",
        "自评价", "评审", "通知", "意见", "方案", "办法", "结果", "目标", "任务", "事务", "机构", "组织", "运行", "维护", "维修",
    ];

    /// <summary>Lines of a title.</summary>
    /// <param name="text">The title.</param>
    /// <param name="width">Widest line, in em.</param>
    public static LineSpan[] Break(MeasuredText text, double width)
    {
        var characters = text.Characters;
        if (characters.Length == 0)
        {
            return [];
        }

        var wide = text.Width;
        if (wide <= width)
        {
            return [new(0, characters.Length, true)];
        }

        var prices = Prices(characters);
        for (var lines = (int)Math.Ceiling(wide / width); ; lines++)
        {
            if (lines >= characters.Length)
            {
                return [.. Enumerable.Range(0, characters.Length).Select(k => new LineSpan(k, k + 1, k + 1 == characters.Length))];
            }

            if (Best(text, prices, width, wide / lines, lines) is { } found)
            {
                return found;
            }
        }
    }

    // Least cost over all ways of cutting into the given number of lines.
    private static LineSpan[]? Best(MeasuredText text, double[] prices, double width, double ideal, int lines)
    {
        var n = text.Characters.Length;
        var cost = new double[lines + 1, n + 1];
        var from = new int[lines + 1, n + 1];
        for (var l = 0; l <= lines; l++)
        {
            for (var j = 0; j <= n; j++)
            {
                cost[l, j] = l == 0 && j == 0 ? 0 : double.MaxValue;
            }
        }

        for (var l = 1; l <= lines; l++)
        {
            for (var j = l; j <= n; j++)
            {
                var lineWidth = 0.0;
                for (var i = j - 1; i >= l - 1; i--)
                {
                    lineWidth += text.Characters[i].Width;
                    if (lineWidth > width)
                    {
                        break;
                    }

                    if (cost[l - 1, i] == double.MaxValue)
                    {
                        continue;
                    }

                    var total = cost[l - 1, i] + LineCost(lineWidth, ideal, l, lines) + (j < n ? prices[j] : 0);
                    if (total < cost[l, j])
                    {
                        cost[l, j] = total;
                        from[l, j] = i;
                    }
                }
            }
        }

        if (cost[lines, n] >= 1e6 * lines && lines < n / 2)
        {
            return null; // only by cutting what must not be cut: one line more
        }

        var spans = new LineSpan[lines];
        for (int l = lines, j = n; l > 0; j = from[l, j], l--)
        {
            spans[l - 1] = new(from[l, j], j, j == n);
        }

        return spans;
    }

    // A line of one or two characters looks lost; the middle of three lines is the longest.
    private static double LineCost(double width, double ideal, int line, int lines)
    {
        var wanted = lines == 2 ? ideal * (line == 1 ? 1.12 : 0.88)
            : lines > 2 ? ideal * (line == 1 || line == lines ? 0.92 : 1.1)
            : ideal;
        var off = (width - wanted) / ideal;
        return 100 * off * off + (width < 3 ? 400 : 0);
    }

    private static double[] Prices(Character[] text)
    {
        var prices = new double[text.Length + 1];
        var inTitle = 0;
        for (var k = 1; k < text.Length; k++)
        {
            inTitle += text[k - 1].CodePoint switch { '《' => 1, '》' => -1, _ => 0 };
            prices[k] = text[k - 1].After switch
            {
                BreakClass.Free => 6,
                BreakClass.Discouraged => 10,
                BreakClass.Word => 1e4,
                BreakClass.Number => 1e6,
                _ => 1e6,
            };
            prices[k] += inTitle > 0 ? 300 : 0;
            prices[k] += text[k].CodePoint is '的' or '和' or '与' or '及' or '了' ? 8 : 0;
            prices[k] -= text[k - 1].CodePoint is '的' or '、' or '》' or '”' or '和' or '与' or '及' ? 5 : 0;
        }

        foreach (var word in Words)
        {
            MarkWord(text, word, prices);
        }

        return prices;
    }

    private static void MarkWord(Character[] text, string word, double[] prices)
    {
        for (var at = 0; at + word.Length <= text.Length; at++)
        {
            var k = 0;
            while (k < word.Length && text[at + k].CodePoint == word[k])
            {
                k++;
            }

            if (k < word.Length)
            {
                continue;
            }

            prices[at] -= 2;
            prices[at + k] -= 2;
            for (var inside = at + 1; inside < at + k; inside++)
            {
                prices[inside] += 60;
            }
        }
    }
}
