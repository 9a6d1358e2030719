using PerfEval.Domain.Access;
using PerfEval.Domain.Evaluations;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Security;

/// <summary>docs/workflow.md and Workflow.Steps are the same table.</summary>
public sealed class WorkflowDocumentTests
{
    private static IReadOnlyList<Step> Documented { get; } = [.. Table("状态", "操作", "角色", "须写理由", "之后").Select(c => new Step(
        Read<EvaluationState>(c[0], s => s.Word()), Read<Act>(c[1], a => a.Word()), Read<Role>(c[2], r => r.Word()), Read<EvaluationState>(c[4], s => s.Word()),
        c[3] switch { "是" => true, "否" => false, _ => throw new InvalidDataException(c[3]) }))];

    [Fact]
    public void Every_step_is_documented() => Assert.Empty(Workflow.Steps.Except(Documented));

    [Fact]
    public void Every_documented_step_exists() => Assert.Empty(Documented.Except(Workflow.Steps));

    [Fact]
    public void No_step_stands_twice() => Assert.Equal(Workflow.Steps.Count, Documented.Count);

    [Fact]
    public void Every_act_says_what_it_freezes() =>
        Assert.Equal(Enum.GetValues<Act>().Select(a => a.Word()).Order(), Table("操作", "固定的内容").Select(c => c[0]).Order());

    [Fact]
    public void Every_state_says_who_sees_it() =>
        Assert.Equal(Enum.GetValues<EvaluationState>().Select(s => s.Word()), Table("状态", "会计（本单位）", "财政评审（管辖范围）", "部门评审（管辖范围）", "领导（管辖范围）", "三类管理员").Select(c => c[0]));

    private static IEnumerable<string[]> Table(params string[] headings) => Sources.Read("docs", "workflow.md").Split('\n')
        .SkipWhile(l => l != $"| {string.Join(" | ", headings)} |").Skip(2).TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToArray());

    private static T Read<T>(string word, Func<T, string> say) where T : struct, Enum => Enum.GetValues<T>().Single(v => say(v) == word);
}
