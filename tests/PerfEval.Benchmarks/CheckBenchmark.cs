using System.Diagnostics;
using System.Text;
using PerfEval.Domain.Checks;

namespace PerfEval.Benchmarks;

/// <summary>Checks a report of about 30 pages (18,000 characters of prose and a table of 40 rows), every time another one.</summary>
internal static class CheckBenchmark
{
    private const int Rounds = 60;
    private const int Paragraphs = 120;

    public static void Run()
    {
        var texts = Enumerable.Range(0, 8).Select(Report).ToList();
        foreach (var text in texts)
        {
            TextCheck.Of(text);
        }

        var times = new List<double>();
        var result = CheckResult.Nothing;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            result = TextCheck.Of(texts[round % texts.Count]);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"check: {texts[0].Length} characters, {result.Verified.Count} verified, {result.Findings.Count} findings: median {times[Rounds / 2]:F1} ms, slowest {times[^1]:F1} ms of {Rounds}");
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
