using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Projects;

/// <summary>完成率 of all targets together, and of the one target that feeds a leaf.</summary>
internal sealed class TargetFigures(Project project)
{
    private const decimal Full = 100m;

    /// <summary>The average of every target that has a number to compare; each counts 100% at most.</summary>
    public FigureValue All()
    {
        var rates = Answered(project.Targets).ToList();
        var rows = rates.Select(r => FigureSources.Of("目标完成率", r.Target, r.Rate, "%", r.Said)).ToList();
        return rates.Count == 0
            ? new("目标完成率", null, "没有既有指标值又有完成值的目标，无法计算目标完成率", rows)
            : new("目标完成率", rates.Average(r => r.Rate),
                $"目标完成率 = {rates.Count}项定量目标完成率（超过100%的按100%计）的平均 = {Percent.Show(rates.Average(r => r.Rate))}", rows);
    }

    /// <summary>完成率 of the target that the project chose for the leaf, or of the one that bears the leaf's name.</summary>
    public FigureValue One(FigureBinding binding)
    {
        const string name = "目标完成率";
        var (target, why) = Chosen(binding);
        if (target is null)
        {
            return new(name, null, why);
        }

        var called = $"“{FigureSources.Name(target)}”完成率";
        var answers = Answered([target]).ToList();
        if (answers.Count == 0)
        {
            return new(called, null, target.TargetValue is null
                ? $"{called}：该目标没有指标值，无法计算"
                : $"{called}：该目标还没有填写完成值，或指标值为0，无法计算", [FigureSources.Of(name, target, null, "%", target.Shown)]);
        }

        var rate = answers.Average(a => a.Rate);
        var formula = answers.Count == 1
            ? $"{called} = {answers[0].Said} = {Percent.Show(rate)}"
            : $"{called} = {answers.Count}条成果完成率（超过100%的按100%计）的平均 = {Percent.Show(rate)}";
        return new(called, rate, $"{formula}（{why}）", [.. answers.Select(a => FigureSources.Of(name, target, a.Rate, "%", a.Said)),
            .. answers.Select(a => new FigureSource("完成值", a.Result.Result, a.Result.ActualValue, target.Measure ?? "", FigurePlace.Result, a.Result.Id, a.Result.ShownState))]);
    }

    private (Target? Target, string Why) Chosen(FigureBinding binding)
    {
        if (binding.TargetId is { } id)
        {
            var chosen = project.Targets.FirstOrDefault(t => t.Id == id);
            return (chosen, chosen is null ? "所选目标已经删除，请重新选择由哪一项目标计算" : "由单位选定的目标");
        }

        var named = project.Targets.Where(t => binding.LeafName is { } leaf && Plain(t.IndicatorName) == Plain(leaf)).ToList();
        return named.Count switch
        {
            1 => (named[0], "按指标名称对应的目标"),
            0 => (null, "没有与本指标同名的目标，请选择由哪一项目标计算"),
            _ => (null, $"有{named.Count}项目标与本指标同名，请选择由哪一项计算"),
        };
    }

    private IEnumerable<(Target Target, Achievement Result, decimal Rate, string Said)> Answered(IEnumerable<Target> targets) =>
        from target in targets
        join result in project.Achievements on target.Id equals result.TargetId
        let rate = Completion.Rate(target.Direction, target.TargetValue, result.ActualValue)
        where rate is not null
        select (target, result, Math.Min(rate.Value, Full), Said(target, result, rate.Value));

    private static string Said(Target target, Achievement result, decimal rate) =>
        $"完成值{Numbers.Plainly(result.ActualValue!.Value)}{target.Measure}，指标值{target.Shown}" + (rate > Full ? $"（{Percent.Show(rate)}，按100%计）" : "");

    // 全角空格 and punctuation at the ends are how a name is typed, not what it says.
    private static string? Plain(string? name) => name is null ? null : string.Concat(name.Where(c => !char.IsWhiteSpace(c))).TrimEnd('。', '；', '，');
}
