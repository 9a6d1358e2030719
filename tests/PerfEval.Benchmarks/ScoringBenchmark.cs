using System.Text.Json;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Benchmarks;

/// <summary>Scores a whole evaluation by the 32-leaf Dongchuan tree, every time from other inputs.</summary>
internal static class ScoringBenchmark
{
    private const string TreeFile = "tree-dongchuan-2020.json";

    /// <summary>Sets of inputs that are made beforehand and taken in turn.</summary>
    private const int Variants = 100;

    public static Measurement Run()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, TreeFile));
        var tree = JsonSerializer.Deserialize<TreeDocument>(file, ScoringJson.Options)!.ToDraft(numbered: true);
        tree.Publish();
        var evaluations = Enumerable.Range(0, Variants).Select(v => Entries(tree, new Random(v))).ToList();
        return Measurement.Of($"evaluations of {tree.Leaves().Count} leaves", number =>
        {
            var sheet = Scorer.Score(
                tree, evaluations[number % Variants], binding => new(binding.Figure.ToString(), 80m + (number % 2000 / 100m), "测得"));
            if (!sheet.Complete)
            {
                throw new InvalidOperationException($"Not scored: {sheet.Missing[0].Sentence}");
            }
        });
    }

    private static List<LeafEntry> Entries(IndicatorTree tree, Random chance) =>
        [.. tree.Leaves().Select(leaf => new LeafEntry(leaf.Id, leaf.Binding is null ? Input(leaf.Rule!, chance) : null))];

    private static ScoringInput Input(ScoringRule rule, Random chance) => rule switch
    {
        MetNotMet => new MetInput(chance.Next(4) > 0),
        Tiered tiered => new LevelInput(tiered.Levels[chance.Next(tiered.Levels.Count)].Key),
        DeductPerOccurrence or ZeroTolerance => new CountInput(chance.Next(2)),
        Checklist checklist => new ItemsInput([.. checklist.Items.Select(i => i.Key).Where(_ => chance.Next(2) > 0)]),
        ShortfallCount shortfall => new ActualsInput(shortfall.Targets.ToDictionary(t => t.Key, t => Math.Max(0, t.Target - chance.Next(3)))),
        LinearDecay => new ValueInput(70m + (chance.Next(3000) / 100m)),
        _ => throw new NotSupportedException($"The tree uses {rule.GetType().Name}: say here what is put in."),
    };
}
