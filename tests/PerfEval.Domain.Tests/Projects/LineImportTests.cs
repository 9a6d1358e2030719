using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

/// <summary>Which stored line a row of a file is, and what becomes of it.</summary>
public sealed class LineImportTests
{
    private static readonly HashSet<LineColumn> All = [.. LineColumns.Entered];

    [Fact]
    public void A_row_finds_its_line_by_mark_then_by_key_else_it_is_new()
    {
        var project = With("甲", "乙", "丙");
        var plan = Plan(project, Row(5, "改名", id: project.Lines[0].Id, seen: 0), Row(6, "乙", spent: "7"), Row(7, "丁"), Row(8, "丙"));
        Assert.Equal(
            [(5, LineStepKind.Changed, project.Lines[0].Id), (6, LineStepKind.Changed, project.Lines[1].Id), (7, LineStepKind.New, IdOf(7)), (8, LineStepKind.Unchanged, project.Lines[2].Id)],
            plan.Steps.Select(s => (s.Row, s.Kind, s.Id)));
        Assert.True(project.Apply(plan.Changes(new HashSet<int>())).Applied);
        Assert.Equal(["改名", "乙", "丙", "丁"], project.Lines.Select(l => l.Item));
        Assert.Equal(7, project.Lines[1].Spent);
    }

    [Fact]
    public void The_same_import_sent_twice_adds_nothing_twice()
    {
        var project = With("甲");
        var plan = Plan(project, Row(5, "丁"));
        Assert.True(project.Apply(plan.Changes(new HashSet<int>())).Applied);
        Assert.True(project.Apply(plan.Changes(new HashSet<int>())).Applied);
        Assert.Equal(2, project.Lines.Count);
    }

    [Fact]
    public void An_older_version_with_other_values_is_a_conflict_that_a_person_decides()
    {
        var project = With("甲", "乙");
        var plan = Plan(project, Row(5, "甲", spent: "7", id: project.Lines[0].Id, seen: 3), Row(6, "乙", id: project.Lines[1].Id, seen: 3));
        Assert.Equal([LineStepKind.Conflict, LineStepKind.Unchanged], plan.Steps.Select(s => s.Kind));
        Assert.Empty(plan.Changes(new HashSet<int>()).Rows);
        Assert.True(project.Apply(plan.Changes(new HashSet<int> { 5 })).Applied);
        Assert.Equal(7, project.Lines[0].Spent);
    }

    [Fact]
    public void A_line_that_somebody_deleted_is_a_conflict_and_comes_back_as_a_new_one()
    {
        var project = With("甲");
        var plan = Plan(project, Row(5, "删了的", id: Guid.NewGuid(), seen: 1), Row(6, "甲", spent: "3", id: Guid.NewGuid(), seen: 1));
        Assert.Equal([(LineStepKind.Conflict, true), (LineStepKind.Changed, false)], plan.Steps.Select(s => (s.Kind, s.Stored is null)));
        Assert.Equal(IdOf(5), plan.Changes(new HashSet<int> { 5 }).Rows[0].Id);
    }

    [Fact]
    public void A_copied_row_is_a_new_line_and_a_true_double_is_refused()
    {
        var project = With("甲", "乙");
        var id = project.Lines[0].Id;
        var plan = Plan(project, Row(5, "甲", id: id, seen: 0), Row(6, "抄来的", id: id, seen: 0), Row(7, "甲", id: id, seen: 0), Row(8, "新"), Row(9, "新"), Row(10, "乙"), Row(11, "乙"));
        Assert.Equal([(5, LineStepKind.Unchanged), (6, LineStepKind.New), (8, LineStepKind.New), (10, LineStepKind.Unchanged)], plan.Steps.Select(s => (s.Row, s.Kind)));
        Assert.Equal([(7, "与第5行重复"), (9, "与第8行重复"), (11, "与第10行重复")], plan.Faults.Select(f => (f.Row, f.Rule[..f.Rule.IndexOf('（', StringComparison.Ordinal)])));
    }

    [Fact]
    public void A_key_that_several_stored_lines_have_names_them()
    {
        var plan = Plan(With("甲", "乙", "甲"), Row(5, "甲"));
        Assert.Equal("系统中有2行与此相同（第1、3行），不知道要改哪一行", Assert.Single(plan.Faults).Rule);
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public void A_file_without_a_key_column_is_compared_by_the_others()
    {
        var project = With("甲");
        HashSet<LineColumn> columns = [LineColumn.Item, LineColumn.Spent];
        var typing = new LineTyping { [LineColumn.Item] = "甲", [LineColumn.Spent] = "8" };
        var step = Assert.Single(LineImport.Plan(project.Lines, [new(2, typing)], columns, IdOf).Steps);
        Assert.Equal((LineStepKind.Changed, "组", "单位", 10m, 8m), (step.Kind, step.Entry.ActivityGroup, step.Entry.ImplementingUnit, step.Entry.Allocated!.Value, step.Entry.Spent!.Value));
    }

    [Fact]
    public void The_fingerprint_changes_when_a_row_would_do_something_else()
    {
        var project = With("甲");
        ImportedLine[] rows = [Row(5, "甲", spent: "7"), Row(6, "丁")];
        var before = Plan(project, rows).Fingerprint;
        Assert.Equal(before, Plan(project, rows).Fingerprint);
        Assert.True(project.Apply(LineChanges.Of(new(Guid.NewGuid(), null, Entry("无关")))).Applied);
        Assert.Equal(before, Plan(project, rows).Fingerprint);
        Assert.True(project.Apply(LineChanges.Of(new(Guid.NewGuid(), null, Entry("丁")))).Applied);
        Assert.NotEqual(before, Plan(project, rows).Fingerprint);
    }

    private static LineImport Plan(Project project, params ImportedLine[] rows) => LineImport.Plan(project.Lines, rows, All, IdOf);

    private static Guid IdOf(int row) => new(row, 0, 0, new byte[8]);

    private static ImportedLine Row(int row, string item, string spent = "9", Guid? id = null, long? seen = null) => new(row, new LineTyping
    {
        [LineColumn.ActivityGroup] = "组",
        [LineColumn.Item] = item,
        [LineColumn.ImplementingUnit] = "单位",
        [LineColumn.Allocated] = "10",
        [LineColumn.Spent] = spent,
    }, id, seen);

    private static LineEntry Entry(string item) => new("组", item, "单位", null, null, null, 10, 9, null);

    private static Project With(params string[] items)
    {
        var project = Some.Project();
        Assert.True(project.Apply(new LineChanges([.. items.Select(i => new LineChange(Guid.NewGuid(), null, Entry(i)))])).Applied);
        return project;
    }
}
