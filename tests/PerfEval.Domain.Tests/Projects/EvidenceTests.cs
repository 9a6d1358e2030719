using PerfEval.Domain.Access;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Projects;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Projects;

public sealed class EvidenceTests
{
    private static readonly EvidenceLimits Limits = new();

    [Theory]
    [InlineData("合同.pdf", "合同.pdf"), InlineData(@"C:\资料\合同.pdf", "合同.pdf"), InlineData("a/b/合同（终稿）“1”.pdf", "合同（终稿）“1”.pdf"), InlineData("  合同 .pdf ", "合同 .pdf")]
    [InlineData("合同\u202Efdp.exe", "合同fdp.exe"), InlineData("a\"b'c.pdf", "a\"b'c.pdf"), InlineData("照片😀.png", "照片😀.png"), InlineData(".pdf", ".pdf")]
    public void A_name_loses_its_path_and_invisible_marks(string sent, string kept) => Assert.Equal(kept, EvidenceFile.CleanName(sent));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("a/"), InlineData(".."), InlineData("合\n同.pdf"), InlineData("合\0同.pdf"), InlineData("　")]
    public void A_name_that_is_none_is_refused(string? sent) => Assert.Throws<RuleBroken>(() => EvidenceFile.CleanName(sent));

    [Fact]
    public void The_longest_name_fits_and_one_more_does_not()
    {
        Assert.Equal(EvidenceFile.NameLength, EvidenceFile.CleanName(new string('长', EvidenceFile.NameLength)).Length);
        Assert.Contains("请缩短到200个字以内", Assert.Throws<RuleBroken>(() => EvidenceFile.CleanName(new string('长', EvidenceFile.NameLength + 1))).Message);
    }

    [Fact]
    public void Places_are_read_back_as_written_and_nothing_else_is()
    {
        foreach (var place in new[] { EvidencePlace.Whole, EvidencePlace.Line(Guid.NewGuid()), EvidencePlace.Target(Guid.NewGuid()), EvidencePlace.Leaf(12) })
        {
            Assert.Equal(place, EvidencePlace.Parse(place.ToString()));
        }

        Assert.All(new[] { null, "", "1", "line", "line:", "line:1", "leaf:-1", "leaf:x", "project:1", $"line:{Guid.NewGuid()}:1" }, text => Assert.Null(EvidencePlace.Parse(text)));
    }

    [Theory]
    [InlineData(0, "是空的"), InlineData((20 * 1024 * 1024) + 1, "大于每个文件的上限20 MB")]
    public void Empty_and_too_large_files_are_refused(long size, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<RuleBroken>(() => Attach(Some.Project(), EvidencePlace.Whole, Content(size: size))).Message);

    [Fact]
    public void The_largest_file_fits() => Attach(Some.Project(), EvidencePlace.Whole, Content(size: Limits.LargestFile));

    [Theory]
    [InlineData(EvaluationState.Draft, true), InlineData(EvaluationState.Returned, true), InlineData(EvaluationState.Submitted, false)]
    [InlineData(EvaluationState.UnderReview, false), InlineData(EvaluationState.Approved, false), InlineData(EvaluationState.Published, false)]
    public void Only_an_open_project_takes_and_gives(EvaluationState state, bool open)
    {
        var project = Some.In(state);
        if (open)
        {
            project.Detach(Attach(project, EvidencePlace.Whole, Content()).File.Id);
            Assert.Empty(project.Evidence);
        }
        else
        {
            Assert.Throws<RuleBroken>(() => Attach(project, EvidencePlace.Whole, Content()));
            Assert.Throws<RuleBroken>(() => project.Detach(Guid.NewGuid()));
        }
    }

    [Fact]
    public void What_is_not_there_takes_nothing_and_gives_nothing()
    {
        var project = Some.Project().With((1, 1));
        Assert.Contains("已不在本项目中", Assert.Throws<RuleBroken>(() => Attach(project, EvidencePlace.Line(Guid.NewGuid()), Content())).Message);
        Assert.Contains("已不在本项目中", Assert.Throws<RuleBroken>(() => Attach(project, EvidencePlace.Target(project.Lines[0].Id), Content())).Message);
        Assert.Throws<RowStale>(() => project.Detach(Guid.NewGuid()));
    }

    [Fact]
    public void The_same_content_is_refused_in_the_same_place_and_noticed_in_another()
    {
        var project = Some.Project().With((1, 1));
        Assert.Null(Attach(project, EvidencePlace.Whole, Content("甲.pdf")).Twin);
        Assert.Contains("“乙.pdf”已作为“甲.pdf”上传", Assert.Throws<RuleBroken>(() => Attach(project, EvidencePlace.Whole, Content("乙.pdf"))).Message);
        Assert.Contains("“甲.pdf”已经上传过", Assert.Throws<RuleBroken>(() => Attach(project, EvidencePlace.Whole, Content("甲.pdf"))).Message);
        Assert.Equal("甲.pdf", Attach(project, EvidencePlace.Line(project.Lines[0].Id), Content("丙.pdf")).Twin?.Name);
        Assert.Equal(2, project.Evidence.Count);
    }

    [Fact]
    public void Number_and_bytes_of_a_project_are_limited()
    {
        var project = Some.Project();
        var few = new EvidenceLimits(100, 150, 3);
        project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Content(size: 100, hash: 'a'), Some.By(Role.Accountant), Some.Noon, few);
        Assert.Contains("将超过150 字节", Assert.Throws<RuleBroken>(() => project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Content(size: 51, hash: 'b'), Some.By(Role.Accountant), Some.Noon, few)).Message);
        project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Content(size: 49, hash: 'b'), Some.By(Role.Accountant), Some.Noon, few);
        project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Content(size: 1, hash: 'c'), Some.By(Role.Accountant), Some.Noon, few);
        Assert.Contains("最多3个", Assert.Throws<RuleBroken>(() => project.Attach(Guid.NewGuid(), EvidencePlace.Whole, Content(size: 1, hash: 'd'), Some.By(Role.Accountant), Some.Noon, few)).Message);
    }

    [Fact]
    public void What_proved_a_deleted_line_or_target_stays_with_the_project()
    {
        var project = Some.Project().With((1, 1), (2, 2));
        var (line, other) = (project.Lines[0], project.Lines[1]);
        var target = project.SaveTarget(Guid.NewGuid(), null, new("党政办", "活动", "办好", "场次", TargetDirection.AtLeast, 3, "场"));
        var files = new[] { EvidencePlace.Line(line.Id), EvidencePlace.Line(other.Id), EvidencePlace.Target(target.Id) }.Select(p => Attach(project, p, Content()).File).ToList();

        Assert.True(project.Apply(LineChanges.Of(new(line.Id, line.Version, null))).Applied);
        project.RemoveTarget(target.Id, target.Version);

        Assert.Equal([EvidencePlace.Whole, EvidencePlace.Line(other.Id), EvidencePlace.Whole], files.Select(f => f.Place));
        Assert.Equal(["支出明细“第1项”", null, "年度目标“场次”"], files.Select(f => f.FormerPlace));
        Assert.Equal(3, project.Evidence.Count);
    }

    [Fact]
    public void The_former_place_fits_its_column()
    {
        var project = Some.Project();
        var id = Guid.NewGuid();
        Assert.True(project.Apply(LineChanges.Of(Some.Row(Some.Line(new string('项', BudgetLine.ItemLength)), id))).Applied);
        var file = Attach(project, EvidencePlace.Line(id), Content()).File;
        Assert.True(project.Apply(LineChanges.Of(new(id, 0, null))).Applied);
        Assert.Equal(EvidenceFile.FormerPlaceLength, file.FormerPlace!.Length);
    }

    [Fact]
    public void A_leaf_with_a_file_is_not_without_evidence()
    {
        var project = Some.Project();
        project.Evaluation.ScoreBy(1);
        project.Evaluation.Enter(7, null, new MetInput(true), null, null);
        project.Evaluation.Enter(8, null, new MetInput(true), null, null);
        Assert.Contains(EvidenceGiven.Of(new(project, null, null)), d => d.Explanation.StartsWith("2个指标的自评没有写佐证", StringComparison.Ordinal));
        Attach(project, EvidencePlace.Leaf(7), Content());
        Assert.Contains(EvidenceGiven.Of(new(project, null, null)), d => d.Explanation.StartsWith("1个指标的自评没有写佐证", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_and_check_tell_of_the_same_leaves_that_nothing_proves_and_call_none_of_them_doubtful()
    {
        var tree = new IndicatorTree("T", "试表");
        foreach (var id in Enumerable.Range(1, 5))
        {
            tree.AddIndicator(new($"A{id}", "甲", 20, new MetNotMet()), id: id);
        }

        tree.Publish();
        var project = Some.Project();
        project.Evaluation.ScoreBy(1);
        project.Evaluation.Enter(1, null, new MetInput(true), null, null);
        project.Evaluation.Enter(2, null, new MetInput(true), null, "会议纪要");
        project.Evaluation.Enter(3, null, new NotApplicableInput("没有这类支出"), null, null);
        project.Evaluation.Enter(4, null, new MetInput(false), null, null);
        Attach(project, EvidencePlace.Leaf(4), Content());
        var sheet = KindScoring.Score(project.Evaluation, tree, _ => new("无", null, "无"));
        var standings = sheet.Rows.Select(r => LeafStandings.Of(project, tree.Indicators.First(i => i.Id == r.IndicatorId), r));
        Assert.Equal([LeafStanding.Unproven, LeafStanding.Scored, LeafStanding.Scored, LeafStanding.Scored, LeafStanding.Unscored], standings);
        Assert.All(sheet.Rows, r => Assert.Empty(LeafStandings.Doubts(project, tree.Indicators.First(i => i.Id == r.IndicatorId), r)));
        var finding = Assert.Single(EvidenceGiven.Of(new(project, tree, sheet)));
        Assert.Equal("1个指标的自评没有写佐证，也没有上传佐证材料：A1", finding.Explanation);
    }

    [Theory]
    [InlineData(0, "0 字节"), InlineData(1023, "1023 字节"), InlineData(1024, "1 KB"), InlineData(1536, "2 KB"), InlineData(20 * 1024 * 1024, "20 MB"), InlineData(13107200, "12.5 MB")]
    public void Sizes_are_shown_as_people_say_them(long bytes, string shown) => Assert.Equal(shown, Project.Shown(bytes));

    private static (EvidenceFile File, EvidenceFile? Twin) Attach(Project project, EvidencePlace place, EvidenceContent content) =>
        project.Attach(Guid.NewGuid(), place, content, Some.By(Role.Accountant), Some.Noon, Limits);

    private static EvidenceContent Content(string name = "合同.pdf", long size = 10, char hash = 'a') => new(name, EvidenceKind.Pdf, "application/pdf", size, new string(hash, 64));
}
