using PerfEval.Domain.Projects;

namespace PerfEval.Domain.Tests.Projects;

public sealed class LinePlaceTests
{
    [Fact]
    public void A_new_line_stands_before_the_one_it_was_inserted_at()
    {
        var project = Some.Project().With((1, 1), (2, 2), (3, 3));
        var (id, at) = (Guid.NewGuid(), project.Lines[1].Id);
        project.Apply(LineChanges.Of(new(id, null, Entry("新"), at)));
        Assert.Equal([1, 2, 3, 4], project.Lines.OrderBy(l => l.Position).Select(l => l.Position));
        Assert.Equal(id, project.Lines.OrderBy(l => l.Position).ElementAt(1).Id);
    }

    [Fact]
    public void Before_a_line_that_is_gone_means_at_the_end()
    {
        var project = Some.Project().With((1, 1), (2, 2));
        var id = Guid.NewGuid();
        project.Apply(LineChanges.Of(new(id, null, Entry("新"), Guid.NewGuid())));
        Assert.Equal(id, project.Lines.MaxBy(l => l.Position)!.Id);
    }

    [Fact]
    public void A_moved_line_keeps_its_content_and_the_others_their_order()
    {
        var project = Some.Project().With((1, 1), (2, 2), (3, 3), (4, 4));
        var ids = project.Lines.Select(l => l.Id).ToList();
        project.MoveLine(ids[0], ids[3]);
        Assert.Equal([ids[1], ids[2], ids[0], ids[3]], project.Lines.OrderBy(l => l.Position).Select(l => l.Id));
        project.MoveLine(ids[1], null);
        Assert.Equal([ids[2], ids[0], ids[3], ids[1]], project.Lines.OrderBy(l => l.Position).Select(l => l.Id));
        Assert.Equal(1m, project.Lines.Single(l => l.Id == ids[0]).Spent);
    }

    [Fact]
    public void An_amount_that_was_the_product_follows_and_one_that_was_set_stays()
    {
        var project = Some.Project();
        project.Apply(LineChanges.Of(new(Guid.NewGuid(), null, Entry("甲") with { Quantity = 12, UnitPrice = 800, Allocated = 9600 })));
        var line = project.Lines[0];
        var typing = LineTyping.Of(line);
        typing[LineColumn.Quantity] = "10";
        typing.FollowProduct(line);
        Assert.Equal(8000m, typing.Read(out _).Allocated);

        typing[LineColumn.Allocated] = "9000";
        typing.FollowProduct(line);
        Assert.Equal(9000m, typing.Read(out _).Allocated);

        var unchanged = LineTyping.Of(line);
        unchanged[LineColumn.Spent] = "1";
        unchanged.FollowProduct(line);
        Assert.Equal(9600m, unchanged.Read(out _).Allocated);
    }

    [Fact]
    public void Sums_are_of_all_lines_of_an_activity_however_they_are_scattered()
    {
        var project = Some.Project();
        foreach (var (group, allocated, spent) in new (string, decimal?, decimal?)[] { ("甲", 100, 90), ("乙", 50, null), ("甲", 10, 10) })
        {
            project.Apply(LineChanges.Of(new(Guid.NewGuid(), null, Entry("x") with { ActivityGroup = group, Allocated = allocated, Spent = spent })));
        }

        Assert.Equal([new LineSums("甲", 2, 110, 100, 10), new LineSums("乙", 1, 50, 0, 50)], LineSums.ByActivity(project.Lines));
        Assert.Equal(new LineSums("", 3, 160, 100, 60), LineSums.Of("", project.Lines));
        Assert.Equal(62.5m, LineSums.Of("", project.Lines).Rate);
    }

    private static LineEntry Entry(string item) => new("组", item, "单位", null, null, null, 5, 5, null);
}
