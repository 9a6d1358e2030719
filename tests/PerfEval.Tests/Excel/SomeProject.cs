using PerfEval.Documents.Excel;
using PerfEval.Documents.Reading;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;
using PerfEval.Web.Pages.Projects;

namespace PerfEval.Tests.Excel;

/// <summary>A project without a database.</summary>
internal static class SomeProject
{
    public static LineEntry Entry(string item, string group = "慰问活动", string unit = "综合办", decimal? allocated = 1000, decimal? spent = 900, string? reason = "节约") =>
        new(group, item, unit, null, null, null, allocated, spent, reason);

    public static Project With(params LineEntry[] entries)
    {
        var unit = Organisation.Found(null, "CG-YH", "雨花街道办事处", OrganisationKind.StreetOffice);
        var project = Project.Open(unit, new(2024, "工作经费", null, null, null), EvaluationKind.SelfEvaluation);
        Assert.True(project.Apply(new LineChanges([.. entries.Select(e => new LineChange(Guid.NewGuid(), null, e))])).Applied);
        return project;
    }

    /// <summary>What the page shows of a file.</summary>
    public static SpendingPreview Preview(this Project project, byte[] content, string name = "明细.xlsx", AmountUnit? unit = null) =>
        SpendingPreview.Of(project, new(content, name), unit);

    /// <summary>Cell: rule → remedy, as the list shows them.</summary>
    public static string[] Lines(this IReadOnlyList<CellFault> faults) => [.. faults.Select(f => $"{f.Place} {f.Heading}“{f.Value}”{f.Rule}｜{f.Remedy}")];

    public static string Refusal(byte[] content, string name = "明细.xlsx") =>
        Assert.Throws<UnreadableTable>(() => SpendingReader.Read(content, name)).Message;
}
