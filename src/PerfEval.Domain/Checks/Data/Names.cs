using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Checks.Data;

/// <summary>V10: one unit under different names in different tables, and units that spend without a target.</summary>
public static class Names
{
    private const int MostPairs = 20;

    /// <summary>The check.</summary>
    public static CheckRule Rule { get; } = new("V10", "单位、活动名称一致", "各表的单位名称应一致");

    /// <summary>Every pair of names that probably means the same, and the units that stand in the spending only.</summary>
    public static IEnumerable<Finding> Of(ProjectFacts facts)
    {
        var project = facts.Project;
        var units = Gather(
            (Places.Lines, project.Lines.Select(l => (l.ImplementingUnit, Places.Of(l, nameof(BudgetLine.ImplementingUnit))))),
            (Places.Targets, project.Targets.Select(t => (t.ImplementingUnit, Places.Of(t, nameof(Target.ImplementingUnit))))),
            (Places.Results, project.Achievements.Select(a => (a.ImplementingUnit, Places.Of(a, nameof(Achievement.ImplementingUnit))))),
            (Places.Notes, project.Implementation.Select(n => (n.ImplementingUnit, (CheckPlace)new CheckPlace.Cell(Places.Notes, n.Id.ToString(), nameof(ImplementationNote.ImplementingUnit))))));
        var activities = Gather(
            (Places.Targets, project.Targets.Select(t => (t.Activity, Places.Of(t, nameof(Target.Activity))))),
            (Places.Results, project.Achievements.Select(a => (a.Activity, Places.Of(a, nameof(Achievement.Activity))))),
            (Places.Notes, project.Implementation.Select(n => (n.Activity, (CheckPlace)new CheckPlace.Cell(Places.Notes, n.Id.ToString(), nameof(ImplementationNote.Activity))))));
        return Pairs(units, "单位").Concat(Pairs(activities, "活动")).Concat(Alone(project));
    }

    private static IEnumerable<Finding> Pairs(List<Name> names, string what)
    {
        var found = 0;
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = i + 1; j < names.Count && found < MostPairs; j++)
            {
                // Both in one table: it knows both, so only a slip of the pen is likely to mean the same.
                if (NearNames.Compare(names[i].Text, names[j].Text) is not { } near || (near == Nearness.ShortForm && names[i].Tables.Overlaps(names[j].Tables)))
                {
                    continue;
                }

                found++;
                yield return new(Rule, near == Nearness.OneCharacter ? Severity.Doubt : Severity.Hint, names[j].Place,
                    $"{what}“{names[i].Text}”与“{names[j].Text}”" + near switch
                    {
                        Nearness.Spelling => "只差空格、标点或全半角，应是同一个名称",
                        Nearness.OneCharacter => "只差一个字，可能是同一个名称写错了",
                        _ => "可能是同一个名称的全称和简称",
                    },
                    "是同一个的，各表统一写法；不是的，不用改")
                { Subject = $"{names[i].Text}|{names[j].Text}", Related = [names[i].Place] };
            }
        }
    }

    // Units that spent money and promise nothing: only where the targets name units at all.
    private static IEnumerable<Finding> Alone(Project project)
    {
        var promising = project.Targets.Select(t => t.ImplementingUnit).Concat(project.Achievements.Select(a => a.ImplementingUnit)).Where(u => u.Length > 0).Distinct().ToList();
        var silent = promising.Count == 0 ? [] : project.Lines.Where(l => l.Spent > 0 && l.ImplementingUnit.Length > 0).Select(l => l.ImplementingUnit).Distinct()
            .Where(u => !promising.Any(p => NearNames.Plain(p) == NearNames.Plain(u) || NearNames.Compare(p, u) is not null)).ToList();
        if (silent.Count > 0)
        {
            yield return new(Rule, Severity.Hint, Places.Page(Evaluations.ReadinessPlace.Targets),
                $"{silent.Count}个单位有支出，年度目标和完成情况里没有：{Wording.Some(silent)}", "补充这些单位的目标和完成情况，或核对单位名称")
            { Subject = string.Join('|', silent) };
        }
    }

    private static List<Name> Gather(params (string Table, IEnumerable<(string Text, CheckPlace Place)> Rows)[] tables) =>
        [.. tables.SelectMany(t => t.Rows.Select(r => (t.Table, Text: r.Text.Trim(), r.Place))).Where(r => r.Text.Length > 0)
            .GroupBy(r => r.Text).Select(g => new Name(g.Key, g.First().Place, [.. g.Select(r => r.Table)]))];

    private sealed record Name(string Text, CheckPlace Place, HashSet<string> Tables);
}
