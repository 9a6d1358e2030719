using Microsoft.EntityFrameworkCore;
using PerfEval.Domain;
using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;
using PerfEval.Tests.Storage;

namespace PerfEval.Tests.Indicators;

/// <summary>Trees in the store: what the designer does comes back as it was, and what is published cannot be changed.</summary>
public sealed class TreeStoreTests : IAsyncLifetime
{
    private readonly Database database = new();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Moving_copying_removing_and_renumbering_come_back_as_they_were()
    {
        var id = await StoreAsync(publish: false);
        var shape = "";
        await using (var db = database.Open())
        {
            var tree = await LoadAsync(db, id);
            tree.Duplicate(At(tree, "A1"));
            tree.Push(At(tree, "B"), TreeStep.Up);
            tree.Remove(At(tree, "A2"));
            tree.Renumber(CodeScheme.Letters);
            shape = Shape(tree);
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            var tree = await LoadAsync(db, id);
            Assert.Equal("A@1#1:乙 B@1#2:甲 B1@2#1:甲一 B2@2#2:甲一", Shape(tree));
            Assert.Equal(shape, Shape(tree));
            Assert.Equal(2, tree.Version);
            tree.Push(At(tree, "B2"), TreeStep.Out);
            tree.Move(At(tree, "A"), At(tree, "B2"), 1);
            shape = Shape(tree);
            await db.SaveChangesAsync();
        }

        await using (var db = database.Open())
        {
            Assert.Equal(shape, Shape(await LoadAsync(db, id)));
        }
    }

    [Fact]
    public async Task A_change_of_one_indicator_raises_the_version_of_its_tree()
    {
        var id = await StoreAsync(publish: false);
        await using var mine = database.Open();
        await using var theirs = database.Open();
        var (here, there) = (await LoadAsync(mine, id), await LoadAsync(theirs, id));
        here.Revise(At(here, "A1"), At(here, "A1").Content with { Name = "我的" });
        there.Revise(At(there, "B"), At(there, "B").Content with { Name = "他的" });
        await mine.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => theirs.SaveChangesAsync());
        await using var after = database.Open();
        Assert.Equal(("我的", "乙", 2L), (At(await LoadAsync(after, id), "A1").Name, At(await LoadAsync(after, id), "B").Name, (await LoadAsync(after, id)).Version));
    }

    [Theory]
    [InlineData("rename"), InlineData("node"), InlineData("add"), InlineData("remove"), InlineData("delete"), InlineData("draft again"), InlineData("settings")]
    public async Task No_save_changes_a_published_tree_whatever_the_domain_was_talked_into(string change)
    {
        var id = await StoreAsync(publish: true);
        await using var db = database.Open();
        var tree = await LoadAsync(db, id);
        var leaf = db.Entry(At(tree, "B"));
        switch (change)
        {
            case "rename":
                db.Entry(tree).Property(t => t.Name).CurrentValue = "改";
                break;
            case "settings":
                db.Entry(tree).Property(t => t.LeafPlaces).CurrentValue = 0;
                break;
            case "draft again":
                db.Entry(tree).Property(t => t.Status).CurrentValue = TreeStatus.Draft;
                break;
            case "delete":
                db.Remove(tree);
                break;
            case "node":
                leaf.Property(i => i.Weight).CurrentValue = 41;
                break;
            case "remove":
                leaf.State = EntityState.Deleted;
                break;
            default:
                var other = new IndicatorTree("X", "别的");
                var smuggled = other.AddIndicator(new("Z", "塞入", 1, new Expert()));
                db.Trees.Add(other);
                db.Entry(smuggled).Property("TreeId").CurrentValue = id;
                break;
        }

        Assert.Contains("已发布或停用，不能再改", (await Assert.ThrowsAsync<RuleBroken>(() => db.SaveChangesAsync())).Message);
        await using var after = database.Open();
        Assert.Equal("A@1#1:甲 A1@2#1:甲一 A2@2#2:甲二 B@1#2:乙", Shape(await LoadAsync(after, id)));
    }

    [Fact]
    public async Task A_published_tree_can_be_taken_out_of_use_and_a_draft_thrown_away()
    {
        var (published, draft) = (await StoreAsync(publish: true), await StoreAsync(publish: false, "D"));
        await using var db = database.Open();
        (await LoadAsync(db, published)).Retire();
        db.Remove(await LoadAsync(db, draft));
        await db.SaveChangesAsync();
        Assert.Equal([TreeStatus.Retired], await db.Trees.Select(t => t.Status).ToListAsync());
        Assert.Equal(4, await db.Set<Indicator>().CountAsync());
    }

    private async Task<int> StoreAsync(bool publish, string code = "T")
    {
        var tree = new IndicatorTree(code, "试表");
        var a = tree.AddIndicator(new("A", "甲", 60));
        tree.AddIndicator(new("B", "乙", 40, new Expert()));
        tree.AddIndicator(new("A1", "甲一", 40, new Expert()), a);
        tree.AddIndicator(new("A2", "甲二", 20, new Ratio(100), new FigureBinding(Figure.BudgetExecutionRate)), a);
        if (publish)
        {
            tree.Publish();
        }

        await using var db = database.Open();
        db.Trees.Add(tree);
        await db.SaveChangesAsync();
        return tree.Id;
    }

    private static Task<IndicatorTree> LoadAsync(Data.PerfEvalDbContext db, int id) => db.Trees.Include(t => t.Indicators).FirstAsync(t => t.Id == id);

    private static Indicator At(IndicatorTree tree, string code) => tree.Indicators.Single(i => i.Code == code);

    private static string Shape(IndicatorTree tree) => string.Join(' ', tree.Ordered().Select(i => $"{i.Code}@{i.Level}#{i.Position}:{i.Name}"));
}
