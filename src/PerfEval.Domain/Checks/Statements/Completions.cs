using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Rates with a name: 完成率, 执行率, 到位率, 化解率, 回收率, 满意度 and “完成全年预算的Z%”.</summary>
internal static class Completions
{
    private const int Farthest = 16;

    /// <summary>How far before its paragraph a budget may stand, in characters.</summary>
    private const int Before = 1500;

    private static readonly string[] Missed = ["停机", "故障", "不合格", "未", "不达标", "漏", "失败", "缺"];

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        for (var i = 0; i < text.Numbers.Count; i++)
        {
            var percent = text.Numbers[i];
            if (percent is { Measure: Measure.Percent, Firm: true } && !text.Roles.IsOperand[i] && !text.Roles.IsResult[i] && RateName.Of(text.Lead(i)) is { } name && !notes.IsVerified(percent))
            {
                Judge(text, notes, i, name);
            }
        }
    }

    private static void Judge(ReadText text, Notes notes, int index, RateName name)
    {
        var percent = text.Numbers[index];
        if (StatedBases.Judge(text, notes, index, name))
        {
            return;
        }

        var sentence = new Stretch(text.ClauseStart(percent.Start), text.ClauseEnd(percent.Start));
        var block = text.BlockAt(percent.Start);
        var near = Candidates(text, index, sentence);
        var far = Candidates(text, index, block);
        var before = name.IsMoneyRate ? Candidates(text, index, new(Math.Max(0, block.Start - Before), block.End)) : far;
        if (Match(text, percent, near, name, true) is { } match || (far.Count > near.Count && Match(text, percent, far, name, false) is { } farther && (match = farther) == farther)
            || (before.Count > far.Count && Match(text, percent, before, name, false) is { } earlier && (match = earlier) == earlier))
        {
            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[match.Part], text.Numbers[match.Whole], true, "");
            return;
        }

        if (SummedParts.Fit(text, notes, percent, near, name))
        {
            return;
        }

        if (name.IsMoneyRate && AdjustedBudgets.Judge(text, notes, percent, near, far, name))
        {
            return;
        }

        if (TwoGroups(text, notes, percent, near.Count >= 3 ? near : far, name))
        {
            return;
        }

        if (Complement(text, notes, percent, near) || NamedParts.Judge(text, notes, index, name))
        {
            return;
        }

        // 发放800份，收回764份，满意率89.7%: how many were content is not said.
        if (name.IsSatisfaction && !near.Exists(i => name.Counts(text, i) || Words.Any(text.Tail(i), ["满意"])) && near.Exists(i => Words.Any(text.Lead(i), ["收回", "回收", "有效"])))
        {
            return;
        }

        if (Pair(text, near, name) is { } pair)
        {
            // Without a name the two must at least come near the rate.
            var quotient = text.Numbers[pair.Whole].Value == 0 ? 0 : text.Numbers[pair.Part].Value / text.Numbers[pair.Whole].Value * 100;
            if (!pair.Named && (quotient < percent.Value / 3 || quotient > percent.Value * 3))
            {
                return;
            }

            // 84,425头，其中猪52,340头、牛8,615头……，应免尽免率100%: the rate follows a list and is not of its first item.
            if (!name.Counts(text, pair.Part) && Enumerations.IsAmongOthers(text, pair.Whole, pair.Part, index))
            {
                return;
            }

            // 报价86万元，限价98万元，下浮率12.2%: the rate is of what lacks.
            var (lesser, more) = (text.Numbers[pair.Part], text.Numbers[pair.Whole]);
            if (!name.MayExceed && more.Value > lesser.Value && Comparison.Of(percent, (more.Value - lesser.Value) / more.Value * 100, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Completion, percent, [lesser, more], $"（{text.Shown(more)} - {text.Shown(lesser)}） ÷ {text.Shown(more)}", (more.Value - lesser.Value) / more.Value * 100);
                return;
            }

            // 审定661.50万元，核减8.38万元，核减率1.25%: of what was there before.
            if (name.IsStrict && Comparison.Of(percent, lesser.Value / (lesser.Value + more.Value) * 100, 0) == Verdict.Equal)
            {
                notes.Verify(StatementKind.Completion, percent, [lesser, more], $"{text.Shown(lesser)} ÷ （{text.Shown(more)} + {text.Shown(lesser)}）", lesser.Value / (lesser.Value + more.Value) * 100);
                return;
            }

            // 发放80份，收回76份，回收率95%，满意率100%: both already made another rate.
            if (!name.IsMoneyRate && !name.Counts(text, pair.Part) && Enumerable.Range(Math.Min(pair.Part, pair.Whole), Math.Max(0, index - Math.Min(pair.Part, pair.Whole))).Any(i => text.Numbers[i].Measure == Measure.Percent && Rates.Fits(text.Numbers[i], text.Numbers[pair.Part], text.Numbers[pair.Whole])))
            {
                return;
            }

            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[pair.Part], text.Numbers[pair.Whole], pair.Sure && pair.Part < index && pair.Whole < index, "分子、分母由上下文推断，口径可能不同，请核实");
        }
        else if (Pair(text, far, name) is { Named: true } distant && (near.Count == 0 ? name.IsMoneyRate : near.Contains(distant.Part) || near.Contains(distant.Whole)))
        {
            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[distant.Part], text.Numbers[distant.Whole], false, "分子、分母在前文，口径可能不同，请核实");
        }
        else if (name.IsMoneyRate && near.Count > 0 && Pair(text, before, name) is { Named: true } paragraph && paragraph.Sure && near.Contains(paragraph.Part))
        {
            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[paragraph.Part], text.Numbers[paragraph.Whole], false, "分母在前面的段落，口径可能不同，请核实");
        }
        else if (name.IsMoneyRate && near.Count == 0 && far.FindAll(i => name.IsPart(text, i) && text.Numbers[i].Measure == Measure.Money).DistinctBy(i => text.Numbers[i].Value).ToList() is [var spent] && Pair(text, before, name) is { Named: true } budget && budget.Part == spent)
        {
            // 全年实际支出183.46万元……。经计算，预算执行率为93.71%: one expenditure in the paragraph, and none of the budgets before it fits.
            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[budget.Part], text.Numbers[budget.Whole], false, "分母在前面的段落，口径可能不同，请核实");
        }
        else if (OfOneUnit(text, index, near, far) is { } counted)
        {
            Rates.Judge(text, notes, StatementKind.Completion, percent, text.Numbers[counted.Part], text.Numbers[counted.Whole], false, "分母由计量单位推断，口径可能不同，请核实");
        }
        else if (near.Count > 0)
        {
            ImpliedTargets.Judge(text, notes, index, near, name);
        }
    }

    /// <summary>3,200户计划中……惠及2,914户，户数完成率91.06%: the rate says what it counts, and the paragraph has two numbers of that.</summary>
    private static (int Part, int Whole)? OfOneUnit(ReadText text, int index, List<int> near, List<int> far)
    {
        var lead = text.Lead(index);
        foreach (var part in near.Where(i => text.Numbers[i] is { Measure: Measure.Count, Firm: true }))
        {
            var others = far.FindAll(i => i != part && text.Numbers[i].Alike(text.Numbers[part]) && text.Numbers[i].Firm);
            if (lead.StartsWith(text.Numbers[part].Unit + "数") && others.Count == 1 && Words.Any(text.Lead(others[0]), ["计划", "目标", "任务"]) | Words.Any(text.Tail(others[0]), ["计划", "目标", "任务"]))
            {
                return (part, others[0]);
            }
        }

        return null;
    }

    /// <summary>停机4.2小时，全年8,760小时，可用率99.95%: the rate counts what is not stated.</summary>
    private static bool Complement(ReadText text, Notes notes, ReadNumber percent, List<int> candidates)
    {
        foreach (var part in candidates.Where(i => percent.Places > 0 && Words.Any(text.Lead(i), Missed)).Select(i => text.Numbers[i]))
        {
            foreach (var whole in candidates.Select(i => text.Numbers[i]).Where(n => n.Alike(part) && n.Value > part.Value))
            {
                var computed = (whole.Value - part.Value) / whole.Value * 100;
                if (Comparison.Of(percent, computed, 0) == Verdict.Equal)
                {
                    notes.Verify(StatementKind.Completion, percent, [part, whole], $"（{text.Shown(whole)} - {text.Shown(part)}） ÷ {text.Shown(whole)}", computed);
                    return true;
                }
            }
        }

        // One outage and one whole: nothing else can be meant, but the words may count something else.
        var (lacks, all) = (candidates.FindAll(i => percent.Places > 0 && Words.Any(text.Lead(i), Missed)), candidates.FindAll(i => !Words.Any(text.Lead(i), Missed)));
        if (lacks.Count == 1 && all.Count == 1 && text.Numbers[all[0]] is { Firm: true } most && text.Numbers[lacks[0]] is { Firm: true } lack && most.Alike(lack) && lack.Value * 2 < most.Value && percent.Value > 50)
        {
            var computed = (most.Value - lack.Value) / most.Value * 100;
            notes.Report(StatementKind.Completion, Comparison.Of(percent, computed, 0), false, percent, [lack, most], $"（{text.Shown(most)} - {text.Shown(lack)}） ÷ {text.Shown(most)}", computed, "口径可能不同，请核实");
            return true;
        }

        return false;
    }

    private static List<int> Candidates(ReadText text, int index, Stretch scope)
    {
        var candidates = new List<int>();
        for (var i = index - 1; i >= 0 && i >= index - Farthest && text.Numbers[i].Start >= scope.Start; i--)
        {
            if (IsCandidate(text, i))
            {
                candidates.Add(i);
            }
        }

        // 完成率92%（46/50）, 执行率达96%，实际支出480万元
        var noneBefore = candidates.Count == 0 && !AnotherRateFollows(text, index, scope);
        for (var i = index + 1; i < text.Numbers.Count && i <= index + 3 && text.Numbers[i].Start < scope.End && text.Numbers[i].Measure != Measure.Percent; i++)
        {
            if (IsCandidate(text, i) && text.Numbers[i].Measure != Measure.Points && (text.Roles.Depth[i] > text.Roles.Depth[index] || noneBefore))
            {
                candidates.Add(i);
            }
        }

        return candidates;
    }

    /// <summary>True when the numbers behind a rate lead to another rate: 合格率100%，抽查320户，合格314户，合格率98.13%.</summary>
    private static bool AnotherRateFollows(ReadText text, int index, Stretch scope) =>
        Enumerable.Range(index + 1, 4).Any(i => i < text.Numbers.Count && text.Numbers[i].Start < scope.End && text.Numbers[i].Measure == Measure.Percent);

    private static bool IsCandidate(ReadText text, int i) =>
        text.Numbers[i] is { Per: "", Measure: Measure.Money or Measure.Count or Measure.Quantity or Measure.Plain or Measure.Points or Measure.Time } n && n.Value >= 0
        && (n.Measure != Measure.Time || n.Unit is "小时") && !text.Roles.IsOperand[i] && !Words.End(text.Lead(i), ["增加", "减少", "多", "少"]);

    /// <summary>Two numbers whose quotient is the percentage; a whole percentage proves little, so there the words must fit as well.</summary>
    private static (int Part, int Whole)? Match(ReadText text, ReadNumber percent, List<int> candidates, RateName name, bool near)
    {
        (int Part, int Whole)? loose = null;
        var strict = name.IsStrict && Pair(text, candidates, name) is { Named: true };
        foreach (var part in candidates)
        {
            foreach (var whole in candidates)
            {
                if (part == whole || !text.Numbers[part].Alike(text.Numbers[whole]) || !Rates.Fits(percent, text.Numbers[part], text.Numbers[whole]))
                {
                    continue;
                }

                if (name.IsPart(text, part) && name.IsWhole(text, whole))
                {
                    return (part, whole);
                }

                // 实际2,150亩……成活1,978亩，成活率92%: what the rate counts is called so, and one whole makes it right.
                if (near && !strict && name.Counts(text, part) && text.Numbers[part].Value <= text.Numbers[whole].Value)
                {
                    loose = (part, whole);
                }

                // 组织31家，较目标25家多6家，完成率124%: the target is called so, and what else there is is its completion.
                if (near && name.MayExceed && !name.IsMoneyRate && part > whole - 2 && Words.Any(text.Lead(whole), ["目标", "计划", "任务"]))
                {
                    loose = (part, whole);
                }

                // 累计1,000万元……支出960万元，累计执行率96%: the total of the amounts that were granted.
                if (near && !strict && name.IsPart(text, part) && Words.End(text.Lead(whole).TrimEnd("为计"), ["累", "合", "共", "总", "总共"]))
                {
                    loose = (part, whole);
                }

                if (loose is null && !strict && (percent.Places > 0 || (near && candidates.Count(c => text.Numbers[c].Alike(text.Numbers[part])) == 2)))
                {
                    loose = (part, whole);
                }
            }
        }

        return loose;
    }

    /// <summary>满意度 of 非常满意 and 满意 together, out of all that were asked.</summary>
    private static bool TwoGroups(ReadText text, Notes notes, ReadNumber percent, List<int> candidates, RateName name)
    {
        var counts = candidates.Where(i => text.Numbers[i] is { Measure: Measure.Count, Firm: true }).Order().ToList();
        counts = counts.FindAll(i => text.Numbers[i].Alike(text.Numbers[counts[^1]]));
        if (!name.IsSatisfaction || counts.Count < 3)
        {
            return false;
        }

        foreach (var whole in (IEnumerable<decimal>)[counts.Sum(i => text.Numbers[i].Value), .. counts.Select(i => text.Numbers[i].Value)])
        {
            for (var i = 0; i + 1 < counts.Count; i++)
            {
                var (a, b) = (text.Numbers[counts[i]], text.Numbers[counts[i + 1]]);
                if (whole > 0 && a.Value + b.Value <= whole && Comparison.Of(percent, (a.Value + b.Value) / whole * 100, 0) == Verdict.Equal)
                {
                    notes.Verify(StatementKind.Completion, percent, [a, b], $"（{text.Shown(a)} + {text.Shown(b)}） ÷ {Numbers.Plainly(whole)}", (a.Value + b.Value) / whole * 100);
                    return true;
                }
            }
        }

        var content = counts.Where(i => name.IsPart(text, i) && text.Lead(i).Contains("满意", StringComparison.Ordinal) && !text.Lead(i).Contains("不满意", StringComparison.Ordinal)).Select(i => text.Numbers[i]).ToList();
        var asked = counts.Sum(i => text.Numbers[i].Value);
        // 发放80份，收回76份，满意60份: the later ones are part of the earlier ones, and their sum is nothing.
        if (content.Count is > 0 and < 4 && asked > 0 && counts.TrueForAll(i => text.Lead(i).Contains("满意", StringComparison.Ordinal)))
        {
            var computed = content.Sum(n => n.Value) / asked * 100;
            notes.Report(StatementKind.Completion, Comparison.Of(percent, computed, 0), false, percent, content, $"（{string.Join(" + ", content.Select(text.Shown))}） ÷ {Numbers.Plainly(asked)}", computed, "满意度的口径可能不同，请核实");
        }

        return true;
    }

    /// <summary>The two numbers that the words call numerator and denominator.</summary>
    private static (int Part, int Whole, bool Sure, bool Named)? Pair(ReadText text, List<int> candidates, RateName name)
    {
        var parts = candidates.Where(i => name.IsPart(text, i)).ToList();
        foreach (var part in parts)
        {
            var wholes = candidates.Where(i => i != part && text.Numbers[i].Alike(text.Numbers[part]) && name.IsWhole(text, i)).ToList();
            if (wholes.Count > 0)
            {
                // More content people than were asked: a mistake, or another reading; either way no more than a doubt.
                return (part, wholes[0], (name.MayExceed || wholes[0] is var w && text.Numbers[w].Value >= text.Numbers[part].Value) && wholes.Select(i => text.Numbers[i].Value).Distinct().Count() == 1 && parts.Count(p => text.Numbers[p].Alike(text.Numbers[part])) == 1, true);
            }
        }

        foreach (var part in parts.Count > 0 ? parts : candidates)
        {
            var alike = candidates.Where(i => i != part && text.Numbers[i].Alike(text.Numbers[part])).ToList();
            if (alike.Count == 1)
            {
                var ordered = text.Numbers[part].Value <= text.Numbers[alike[0]].Value || (parts.Count > 0 && name.MayExceed);
                if (!ordered && parts.Count > 0)
                {
                    continue;
                }

                return ordered ? (part, alike[0], parts.Count == 1, false) : (alike[0], part, false, false);
            }
        }

        return null;
    }
}
