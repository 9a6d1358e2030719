using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Projects;

/// <summary>What to take from last year's project. Results, scores, evidence and figures of a paper are never taken.</summary>
/// <param name="Reasons">立项背景 and 立项目的.</param>
/// <param name="Funding">资金来源: kinds and names.</param>
/// <param name="InitialBudget">年初预算 of those sources; never of 上年结转资金, which is what last year left.</param>
/// <param name="Lines">支出明细: activity, item, unit, quantity and price. What was handed out and spent is last year's.</param>
/// <param name="Objectives">绩效目标.</param>
/// <param name="Targets">年度目标 with their values.</param>
/// <param name="Implementation">项目实施情况.</param>
/// <param name="Narrative">报告正文.</param>
public sealed record CarryChoice(
    bool Reasons, bool Funding, bool InitialBudget, bool Lines, bool Objectives, bool Targets, bool Implementation, bool Narrative)
{
    /// <summary>What is proposed: everything but amounts.</summary>
    public static CarryChoice Usual { get; } = new(true, true, false, true, true, true, true, true);
}

/// <summary>
/// 结转为下一年度项目: opens the project of a later year with what a person chose of an earlier one. Every text that is
/// copied says from which year, until somebody edits or confirms it.
/// </summary>
public static class CarryOver
{
    /// <summary>Opens the new project.</summary>
    /// <param name="source">Last year's project with its unit and all its rows; stays as it is.</param>
    /// <param name="year">预算年度 of the new project, later than the source's.</param>
    /// <param name="name">项目名称.</param>
    /// <param name="choice">What to take.</param>
    /// <param name="outline">Chapters of the new report; chapters that only the old report has come along with their text.</param>
    /// <exception cref="RuleBroken">The year is not later, the unit is closed.</exception>
    public static Project Open(Project source, int year, string name, CarryChoice choice, ReportOutline outline)
    {
        if (year <= source.FiscalYear)
        {
            throw new RuleBroken($"只能结转到以后年度，“预算年度”应晚于{source.FiscalYear}", nameof(Project.FiscalYear));
        }

        var (background, purpose) = choice.Reasons ? (source.Background, source.Purpose) : (null, null);
        var project = Project.Open(
            source.Organisation!, new(year, name, source.SupervisingDepartment, background, purpose), EvaluationKind.SelfEvaluation);
        int Year(int? carriedFrom) => carriedFrom ?? source.FiscalYear;
        project.CarryFrom(
            source, project.Background is null ? null : Year(source.BackgroundCarriedFrom), project.Purpose is null ? null : Year(source.PurposeCarriedFrom));
        project.Head(new ReportHeader { Signatory = source.Header.Signatory ?? source.Organisation!.Name });
        project.Outline(outline);
        TakeMoney(source, project, choice);
        foreach (var objective in source.Objectives.Where(_ => choice.Objectives))
        {
            project.SaveObjective(objective.Kind, null, objective.Text);
            project.Objectives.First(o => o.Kind == objective.Kind).CarryFrom(Year(objective.CarriedFrom));
        }

        foreach (var target in source.Targets.Where(_ => choice.Targets).OrderBy(t => t.Position))
        {
            project.SaveTarget(Guid.NewGuid(), null, target.Entry).CarryFrom(Year(target.CarriedFrom));
        }

        foreach (var note in source.Implementation.Where(_ => choice.Implementation).OrderBy(i => i.Position))
        {
            project.SaveImplementation(Guid.NewGuid(), null, note.ImplementingUnit, note.Activity, note.Description).CarryFrom(Year(note.CarriedFrom));
        }

        if (choice.Narrative)
        {
            CarriedSections.Fill(project, source);
        }

        return project;
    }

    /// <summary>The name to propose: the source's, its year in the name raised.</summary>
    /// <param name="source">Last year's project.</param>
    /// <param name="year">预算年度 of the new one.</param>
    public static string NameFor(Project source, int year) => source.Name.Replace($"{source.FiscalYear}", $"{year}", StringComparison.Ordinal);

    /// <summary>How many of the source's chapters with text an outline has a place for.</summary>
    public static int Places(Project source, IEnumerable<string> headings)
    {
        var known = headings.ToHashSet();
        return source.Sections.Count(s => s.IsWritten && known.Contains(s.Heading));
    }

    private static void TakeMoney(Project source, Project project, CarryChoice choice)
    {
        foreach (var old in source.Funding.Where(_ => choice.Funding).OrderBy(f => f.Position))
        {
            var budget = choice.InitialBudget && old.Kind != FundingKind.CarriedOver ? old.InitialBudget : null;
            project.SaveFunding(Guid.NewGuid(), null, new(old.Kind, old.Name, budget, null, null, null, null));
        }

        if (choice.Lines)
        {
            var outcome = project.Apply(new([.. source.Lines.OrderBy(l => l.Position).Select(l => new LineChange(
                Guid.NewGuid(), null, l.Entry with { Allocated = null, Spent = null, BalanceReason = null }))]));
            if (!outcome.Applied)
            {
                throw new RuleBroken([.. outcome.Faults.Select(f => new Fault("", $"上年支出明细第{f.Row + 1}行：{f.Fault.Message}"))]);
            }
        }
    }
}
