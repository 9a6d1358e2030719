using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Narratives;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Surveys;

namespace PerfEval.Data.Demo;

/// <summary>Makes a project of a demo file, with or without a database.</summary>
internal static class DemoProject
{
    /// <summary>The project with everything the file says.</summary>
    /// <param name="document">The file.</param>
    /// <param name="organisation">项目单位.</param>
    /// <param name="tree">The tree by which it is scored; its nodes have ids.</param>
    /// <param name="outline">Outline of a live draft; null for a published paper, which is filed and closed.</param>
    /// <param name="at">When a published paper is filed, UTC.</param>
    public static Project Of(ReportDocument document, Organisation organisation, IndicatorTree? tree, ReportOutline? outline, DateTime at)
    {
        var project = Project.Open(
            organisation,
            new(document.FiscalYear, document.ProjectName, document.SupervisingDepartment, document.Background, document.Purpose),
            document.Kind);
        project.Head(new ReportHeader
        {
            AnnexLabel = document.AnnexLabel,
            Title = string.Join('\n', document.Title),
            Signatory = document.Signatory,
            SignedOn = document.SignedOn,
        });
        project.State(document.StatedTotals);
        FillMoney(project, document);
        FillTargets(project, document);
        if (outline is not null)
        {
            project.Outline(outline);
            WriteSections(project, document);
            project.Evaluation.ScoreBy(tree!.Id);
            Ask(project, document, DateOnly.FromDateTime(at));
        }
        else
        {
            FileSections(project, document);
            FileScores(project, document, tree, at);
        }

        return project;
    }

    /// <summary>The invented survey: the usual questions, sheets typed in from paper, fewer than it wants.</summary>
    private static void Ask(Project project, ReportDocument document, DateOnly on)
    {
        if (document.Survey is not { } asked)
        {
            return;
        }

        var survey = project.SaveSurvey(null, new(
            asked.Title, asked.Introduction, asked.TargetGroup, asked.MinimumValid, asked.Sent, SatisfactionMethod.Average, 95, null, null, 1000));
        project.OpenSurvey(survey.Version);
        var number = 0;
        foreach (var sheet in asked.Sheets.SelectMany(s => Enumerable.Repeat(s, s.Count)))
        {
            number++;
            project.TakePaperSheet(
                Guid.NewGuid(), number, new([.. sheet.Marks.Select(m => $"{m}")], [asked.Texts.ElementAtOrDefault(number - 1)]), sheet.IsValid, on);
        }
    }

    private static void FillMoney(Project project, ReportDocument document)
    {
        foreach (var source in document.Funding)
        {
            var stored = project.SaveFunding(Guid.NewGuid(), null, new(
                source.Kind, source.Name, source.InitialBudget, source.Received, source.Executed, source.HandedBack, source.Note));
            foreach (var adjustment in source.Adjustments ?? [])
            {
                project.AdjustBudget(stored.Id, Guid.NewGuid(), adjustment.Date, adjustment.Document, adjustment.Amount);
            }
        }

        var rows = document.Lines.Select(l => (Document: l, Change: new LineChange(Guid.NewGuid(), null, new(
            l.Group, l.Item, l.Unit, l.Quantity, l.Measure, l.UnitPrice, l.Allocated, l.Spent, l.BalanceReason)))).ToList();
        var outcome = project.Apply(new LineChanges([.. rows.Select(r => r.Change)]));
        if (!outcome.Applied)
        {
            throw new InvalidOperationException($"Demo lines of {document.Key}: {outcome.Faults[0].Fault.Message}");
        }

        foreach (var (line, change) in rows)
        {
            project.StateBalance(change.Id, line.StatedBalance);
        }
    }

    private static void FillTargets(Project project, ReportDocument document)
    {
        foreach (var objective in document.Objectives)
        {
            project.SaveObjective(objective.Kind, null, objective.Text);
        }

        var targets = document.Targets.Select(t => project.SaveTarget(Guid.NewGuid(), null, new(
            t.Unit, t.Activity, t.Goal, t.Indicator, t.Direction, t.TargetValue, t.Measure))).ToList();
        foreach (var result in document.Results)
        {
            var target = result.Target is { } index ? targets[index] : null;
            project.SaveAchievement(Guid.NewGuid(), null, new(
                target?.Id, result.Unit ?? target?.ImplementingUnit, result.Activity ?? target?.Activity, result.Result,
                result.ActualValue, result.State, result.StateText));
        }

        foreach (var note in document.Implementation)
        {
            project.SaveImplementation(Guid.NewGuid(), null, note.Unit, note.Activity, note.Text);
        }
    }

    private static void FileSections(Project project, ReportDocument document)
    {
        foreach (var section in document.Sections)
        {
            project.AddSection(section.Level, section.Number, section.Heading, section.RunIn, string.Join('\n', section.Body));
        }
    }

    private static void WriteSections(Project project, ReportDocument document)
    {
        var open = new Queue<SectionDocument>(document.Sections);
        foreach (var section in project.Sections.OrderBy(s => s.Position))
        {
            if (open.TryPeek(out var next) && next.Heading == section.Heading)
            {
                open.Dequeue();
                if (next.Body.Count > 0)
                {
                    project.WriteSection(section.Id, section.Version, string.Join('\n', next.Body));
                }
            }
        }

        if (open.TryPeek(out var left))
        {
            throw new InvalidOperationException($"Demo section “{left.Heading}” has no place in its outline.");
        }
    }

    private static void FileScores(Project project, ReportDocument document, IndicatorTree? tree, DateTime at)
    {
        var leaves = tree is null ? [] : document.Leaves.Select(l => LeafScore.Filed(
            tree.Indicators.First(i => i.Code == l.Code).Id, l.Input, l.OverridePoints, l.OverrideReason, l.Note, l.Evidence, l.Stated)).ToList();
        project.Evaluation.File(tree?.Id, leaves, document.StatedScore, document.StatedGrade);
        var sheet = tree is null ? null : KindScoring.Score(project.Evaluation, tree, new ProjectFigures(project, tree.ExecutionDenominator).Get);
        project.Evaluation.CloseAsPublished(sheet, Actor.System, at);
    }
}
