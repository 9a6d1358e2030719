using PerfEval.Domain.Checks;

namespace PerfEval.Web.Checks;

/// <summary>Findings under one heading of 体检.</summary>
/// <param name="Heading">错误, 缺失, 疑点, 提示 or 已答复.</param>
/// <param name="Hint">What it means for 送审.</param>
/// <param name="Findings">In the order of the check.</param>
public sealed record FindingGroup(string Heading, string Hint, IReadOnlyList<FindingView> Findings)
{
    private const int MostAlike = 4;

    /// <summary>The findings by their checks. Hints of one kind beyond a few are folded; what has to be done never is.</summary>
    public IEnumerable<(IReadOnlyList<FindingView> Shown, IReadOnlyList<FindingView> Folded)> Alike =>
        from same in Findings.GroupBy(f => f.Finding.Rule.Code)
        let all = same.ToList()
        let shown = all.Count > MostAlike && all.TrueForAll(f => !f.Stops && f.Answer is null) ? MostAlike - 1 : all.Count
        select ((IReadOnlyList<FindingView>)all[..shown], (IReadOnlyList<FindingView>)all[shown..]);

    /// <summary>What stops first, what was answered last; empty groups are left out.</summary>
    public static IEnumerable<FindingGroup> Of(IReadOnlyList<FindingView> findings) =>
        new (string Heading, string Hint, Func<FindingView, bool> Belongs)[]
        {
            ("错误", "两个数互相矛盾，改正后才能送审；正文里的，如果没有读对，可以答复说明", f => f.Finding.Severity == Severity.Error && f.Stops),
            ("缺失", "该有的没有，补上后才能送审", f => f.Finding.Severity == Severity.Missing),
            ("疑点", "改正，或写明理由；答复会给评审看", f => f.Finding.Severity == Severity.Doubt && f.Stops),
            ("提示", "不影响送审，值得看一眼", f => f.Finding.Severity == Severity.Hint && !f.IsAnswered),
            ("已答复", "数字变了，会重新出现", f => f.IsAnswered),
        }.Select(g => new FindingGroup(g.Heading, g.Hint, [.. findings.Where(g.Belongs)])).Where(g => g.Findings.Count > 0);
}
