namespace PerfEval.Domain.Projects;

/// <summary>Objectives, targets, results and what was done (目标与成果).</summary>
public sealed partial class Project
{
    private readonly List<Objective> objectives = [];
    private readonly List<Target> targets = [];
    private readonly List<Achievement> achievements = [];
    private readonly List<ImplementationNote> implementation = [];

    /// <summary>绩效目标, at most one per kind.</summary>
    public IReadOnlyList<Objective> Objectives => objectives;

    /// <summary>年度目标 in their order.</summary>
    public IReadOnlyList<Target> Targets => targets;

    /// <summary>实际完成情况 in their order.</summary>
    public IReadOnlyList<Achievement> Achievements => achievements;

    /// <summary>项目实施情况 in its order.</summary>
    public IReadOnlyList<ImplementationNote> Implementation => implementation;

    /// <summary>Writes the objective of a kind; an empty text removes it.</summary>
    /// <param name="kind">Which objective.</param>
    /// <param name="seen">Version the person saw; null when there was none.</param>
    /// <param name="text">The text.</param>
    public void SaveObjective(ObjectiveKind kind, long? seen, string? text)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = objectives.FirstOrDefault(o => o.Kind == kind);
        if (stored?.Version != seen && (stored is null || stored.Text != Text.Lines(text)))
        {
            throw new RowStale($"绩效{kind.Word()}");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            objectives.RemoveAll(o => o.Kind == kind);
        }
        else if (stored is null)
        {
            objectives.Add(new Objective(Guid.NewGuid(), kind, text));
        }
        else
        {
            stored.Set(text);
        }
    }

    /// <summary>Adds or changes a target.</summary>
    public Target SaveTarget(Guid id, long? seen, TargetEntry entry)
    {
        Evaluation.RefuseUnlessOpen();
        return Save(targets, targets.FirstOrDefault(t => t.Id == id), seen, new Target(id, Next(targets, t => t.Position), entry),
            t => t.Entry, t => t.Set(entry), "该目标");
    }

    /// <summary>Deletes a target; its results and evidence stay, without a target.</summary>
    public void RemoveTarget(Guid id, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = Find(targets, t => t.Id, id, "该目标");
        RowStale.Refuse(stored, seen, "该目标");
        foreach (var result in achievements.Where(a => a.TargetId == id))
        {
            result.LetGoOfTarget();
        }

        Evaluation.LetGoOf(id);
        KeepEvidenceOf(EvidencePlace.Target(id), stored.IndicatorName ?? (stored.Activity.Length > 0 ? stored.Activity : stored.Goal));
        targets.Remove(stored);
    }

    /// <summary>Adds or changes a result.</summary>
    /// <exception cref="RuleBroken">It names a target that is not of this project.</exception>
    public Achievement SaveAchievement(Guid id, long? seen, AchievementEntry entry)
    {
        Evaluation.RefuseUnlessOpen();
        if (entry.TargetId is { } target && targets.All(t => t.Id != target))
        {
            throw new RuleBroken("所选目标不在本项目中，请重新选择", nameof(AchievementEntry.TargetId));
        }

        return Save(achievements, achievements.FirstOrDefault(a => a.Id == id), seen, new Achievement(id, Next(achievements, a => a.Position), entry),
            a => a.Entry, a => a.Set(entry), "该成果");
    }

    /// <summary>Deletes a result.</summary>
    public void RemoveAchievement(Guid id, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = Find(achievements, a => a.Id, id, "该成果");
        RowStale.Refuse(stored, seen, "该成果");
        achievements.Remove(stored);
    }

    /// <summary>Adds or changes a row of 项目实施情况.</summary>
    public ImplementationNote SaveImplementation(Guid id, long? seen, string implementingUnit, string activity, string description)
    {
        Evaluation.RefuseUnlessOpen();
        return Save(implementation, implementation.FirstOrDefault(i => i.Id == id), seen,
            new ImplementationNote(id, Next(implementation, i => i.Position), implementingUnit, activity, description),
            i => (i.ImplementingUnit, i.Activity, i.Description), i => i.Set(implementingUnit, activity, description), "该实施情况");
    }

    /// <summary>Deletes a row of 项目实施情况.</summary>
    public void RemoveImplementation(Guid id, long seen)
    {
        Evaluation.RefuseUnlessOpen();
        var stored = Find(implementation, i => i.Id, id, "该实施情况");
        RowStale.Refuse(stored, seen, "该实施情况");
        implementation.Remove(stored);
    }
}
