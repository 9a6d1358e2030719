using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class TreeVersionsTests
{
    [Fact]
    public void The_next_version_carries_everything()
    {
        var tree = DongchuanTree.Build();
        tree.Rename(tree.Code, tree.Name, "东川区2020年报告附表", needsVerification: false);
        tree.Publish();
        var next = tree.NextVersion(2);
        Assert.Equal((tree.Code, 2, TreeStatus.Draft, "东川区2020年报告附表"), (next.Code, next.VersionNumber, next.Status, next.Provenance));
        Assert.Equal(tree.Ordered().Select(i => i.Content), next.Ordered().Select(i => i.Content));
        Assert.Empty(TreeComparison.Of(tree, next).Differences);
        tree.Retire();
        Assert.Equal(3, tree.NextVersion(3).VersionNumber);
    }

    [Fact]
    public void A_draft_has_no_next_version() =>
        Assert.Contains("还是草稿，直接修改即可", Assert.Throws<RuleBroken>(() => DesignedTree.Draft().NextVersion(2)).Message);

    [Fact]
    public void A_copy_is_a_tree_of_its_own()
    {
        var tree = DesignedTree.Draft();
        tree.Configure(1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received, [new(80, 89)]);
        tree.Rename("T", "试表", "凭记忆", needsVerification: true);
        var copy = tree.CopyAs(" T2 ", "另表");
        Assert.Equal(("T2", "另表", 1, 1, true, "凭记忆"), (copy.Code, copy.Name, copy.VersionNumber, copy.LeafPlaces, copy.NeedsVerification, copy.Provenance));
        Assert.Equal(tree.Ordered().Select(i => i.Content), copy.Ordered().Select(i => i.Content));
        Assert.Contains("请另取一个", Assert.Throws<RuleBroken>(() => tree.CopyAs("T", "另表")).Message);
        Assert.Equal(["code", "name"], Assert.Throws<RuleBroken>(() => tree.CopyAs("", new string('长', IndicatorTree.NameLength + 1))).Faults.Select(f => f.Field));
    }

    [Fact]
    public void What_is_to_be_verified_is_not_published()
    {
        var tree = DesignedTree.Draft();
        tree.Rename("T", "试表", null, needsVerification: true);
        Assert.Contains("标为待核实", Assert.Throws<RuleBroken>(tree.Publish).Message);
        tree.Rename("T", "试表", null, needsVerification: false);
        tree.Publish();
        Assert.Equal(TreeStatus.Published, tree.Status);
    }

    [Fact]
    public void No_act_changes_a_published_tree()
    {
        var tree = DesignedTree.Draft();
        tree.Publish();
        var shape = tree.Shape();
        Action[] acts =
        [
            () => tree.Move(tree.At("B"), null, 1), () => tree.Push(tree.At("B"), TreeStep.Up), () => tree.Duplicate(tree.At("B")),
            () => tree.Renumber(CodeScheme.Numbers), () => tree.DistributeWeights(null, true), () => tree.Rename("T", "改", null, false),
        ];
        Assert.All(acts, act => Assert.Contains("已发布，不能再改", Assert.Throws<RuleBroken>(act).Message));
        Assert.Equal(shape, tree.Shape());
    }

    [Fact]
    public void Every_change_counts()
    {
        var tree = DesignedTree.Draft();
        Action[] acts =
        [
            () => tree.AddIndicator(new("C", "丙", 1)), () => tree.Revise(tree.At("C"), tree.At("C").Content with { Name = "丁" }), () => tree.Push(tree.At("C"), TreeStep.Up),
            () => tree.Duplicate(tree.At("C")), () => tree.Remove(tree.At("C")), () => tree.Renumber(CodeScheme.Letters), () => tree.DistributeWeights(null, false),
            () => tree.Configure(1, NotApplicablePolicy.FullMarks, ExecutionDenominator.Received), () => tree.Rename("T", "改", null, false),
        ];
        Assert.All(acts, act =>
        {
            var before = tree.Version;
            act();
            Assert.True(tree.Version > before);
        });
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Random_edits_never_break_what_holds_for_every_tree(int seed)
    {
        var chance = new Random(seed);
        var tree = DesignedTree.Draft();
        var (done, refused) = (0, 0);
        for (var n = 0; n < 400; n++)
        {
            var all = tree.Ordered();
            Indicator Any() => all[chance.Next(all.Count)];
            Indicator? AnyOrNone() => chance.Next(4) == 0 ? null : Any();
            try
            {
                switch (all.Count == 0 ? 0 : chance.Next(8))
                {
                    case 0:
                        var parent = all.Count == 0 ? null : AnyOrNone();
                        tree.AddIndicator(new(tree.FreshCode(parent), $"指标{n}", chance.Next(1, 40), chance.Next(3) == 0 ? new Expert() : null), parent);
                        break;
                    case 1 when all.Count > 25:
                        tree.Remove(Any());
                        break;
                    case 2 when all.Count < 60:
                        tree.Duplicate(Any());
                        break;
                    case 3:
                        tree.Push(Any(), (TreeStep)chance.Next(4));
                        break;
                    case 4:
                        tree.Renumber((CodeScheme)chance.Next(2));
                        break;
                    case 5:
                        tree.DistributeWeights(AnyOrNone(), chance.Next(2) == 0);
                        break;
                    default:
                        tree.Move(Any(), AnyOrNone(), chance.Next(-2, 9));
                        break;
                }

                done++;
            }
            catch (RuleBroken)
            {
                refused++;
            }

            Holds(tree);
        }

        Assert.True(done > 150 && refused > 20, $"{done} done, {refused} refused: the edits went blind.");
    }

    private static void Holds(IndicatorTree tree)
    {
        var ordered = tree.Ordered();
        Assert.Equal(tree.Indicators.Count, ordered.Count);
        Assert.Equal(ordered.Count, ordered.Select(i => i.Code).Distinct().Count());
        foreach (var parent in ordered.Prepend(null))
        {
            var children = tree.ChildrenOf(parent);
            Assert.Equal(Enumerable.Range(1, children.Count), children.Select(c => c.Position));
            Assert.All(children, c => Assert.Equal((parent?.Level ?? 0) + 1, c.Level));
            Assert.True(parent?.Rule is null || children.Count == 0);
        }

        Assert.All(ordered, i => Assert.True(i.Level is >= 1 and <= Indicator.Levels && i.Weight > 0 && i.Code.Length <= Indicator.CodeLength));
    }
}
