using System.Diagnostics;
using System.Text;
using PerfEval.Domain.Checks;
using PerfEval.Domain.Checks.Data;
using PerfEval.Domain.Evaluations;
using PerfEval.Domain.Organisations;
using PerfEval.Domain.Projects;

namespace PerfEval.Benchmarks;

/// <summary>Checks a report of about 30 pages (18,000 characters of prose and a table of 40 rows), every time another one: as a text, and as the text of a project.</summary>
internal static class CheckBenchmark
{
    private const int Rounds = 60;
    private const int Paragraphs = 120;

    public static void Run()
    {
        var texts = Enumerable.Range(0, 8).Select(Report).ToList();
        Measure($"text of {texts[0].Length} characters", round => TextCheck.Of(texts[round % texts.Count]));
        var projects = texts.Select(ProjectWith).ToList();
        Measure("project with that text and 200 lines", round => ProjectCheck.Of(projects[round % projects.Count], null));
    }

    private static void Measure(string what, Func<int, CheckResult> check)
    {
        for (var warm = 0; warm < 8; warm++)
        {
            check(warm);
        }

        var times = new List<double>();
        var result = CheckResult.Nothing;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            result = check(round);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"check: {what}, {result.Verified.Count} verified, {result.Findings.Count} findings: median {times[Rounds / 2]:F1} ms, slowest {times[^1]:F1} ms of {Rounds}");
    }

    private static Project ProjectWith(string text)
    {
        var project = Project.Open(Organisation.Found(null, "CG", "街道办事处", OrganisationKind.StreetOffice), new(2024, "工作经费", null, null, null), EvaluationKind.SelfEvaluation);
        project.SaveFunding(Guid.NewGuid(), null, new(FundingKind.FiscalAppropriation, "财政拨款", 500_000, 500_000, null, null, null));
        project.Apply(new([.. Enumerable.Range(0, 200).Select(i => new LineChange(Guid.NewGuid(), null, new("日常", $"支出事项第{i}号", "党政办", null, null, null, 1000 + i, 900, "节约")))]));
        var chapters = text.Split('\n').Chunk(8).ToList();
        foreach (var (chapter, i) in chapters.Select((c, i) => (c, i)))
        {
            project.AddSection(1, null, $"第{i}部分", false, string.Join('\n', chapter));
        }

        return project;
    }

    private static string Report(int seed)
    {
        var (random, text) = (new Random(seed), new StringBuilder("项目支出绩效评价报告\n一、基本情况\n"));
        for (var i = 0; i < Paragraphs; i++)
        {
            var (a, b, c) = (random.Next(10, 900), random.Next(10, 900), random.Next(10, 90));
            text.Append($"（{i + 1}）第{i + 1}项工作共安排资金{a + b}万元，其中：财政拨款{a}万元，单位自筹{b}万元。").Append($"截至年底实际支出{a}万元，结余{b}万元。")
                .Append($"服务群众{c}户，每户补助500元，共{c * 500}元，发放问卷{c + 10}份，收回{c}份。工作开展扎实有序，各方面反映良好，第{i}次会议作了研究，为下一步深化改革积累了{seed}条经验。\n");
        }

        text.Append("支出明细见下表：\n项目\t拨款\t支出\t结余\n");
        decimal came = 0, went = 0;
        for (var row = 0; row < 40; row++)
        {
            var (received, spent) = (random.Next(1000, 90_000), random.Next(100, 1000));
            (came, went) = (came + received, went + spent);
            text.Append($"第{row}项\t{received}\t{spent}\t{received - spent}\n");
        }

        return text.Append($"合计\t{came}\t{went}\t{came - went}\n").ToString();
    }
}
