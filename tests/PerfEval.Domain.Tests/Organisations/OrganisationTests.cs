using PerfEval.Domain.Organisations;

namespace PerfEval.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private static Organisation Unit(Organisation? parent, string code) => Organisation.Found(parent, code, "单位" + code, OrganisationKind.Department);

    [Fact]
    public void A_path_names_the_codes_from_the_root()
    {
        var city = Unit(null, " km ");
        var street = Unit(Unit(city, "CG"), "cg-yh");
        Assert.Equal(("KM", "/KM/"), (city.Code, city.Path));
        Assert.Equal(("CG-YH", "/KM/CG/CG-YH/"), (street.Code, street.Path));
    }

    [Fact]
    public void A_branch_moves_with_everything_below_it_and_nothing_beside_it()
    {
        var (root, other) = (Unit(null, "A"), Unit(null, "B"));
        var moved = Unit(root, "M");
        var (below, deep, beside) = (Unit(moved, "M1"), Unit(Unit(moved, "M2"), "M3"), Unit(root, "MX"));
        moved.MoveUnder(other, [root, other, moved, below, deep, beside]);
        Assert.Equal(["/A/", "/B/", "/B/M/", "/B/M/M1/", "/B/M/M2/M3/", "/A/MX/"], new[] { root, other, moved, below, deep, beside }.Select(o => o.Path));
        moved.MoveUnder(null, [below, deep]);
        Assert.Equal(["/M/", "/M/M1/", "/M/M2/M3/"], new[] { moved, below, deep }.Select(o => o.Path));
    }

    [Fact]
    public void Nothing_moves_below_itself()
    {
        var root = Unit(null, "A");
        var child = Unit(root, "A1");
        var grandchild = Unit(child, "A2");
        Assert.All(new[] { root, child, grandchild }, place => Assert.Equal("ParentId", Assert.Throws<RuleBroken>(() => root.MoveUnder(place, [root, child, grandchild])).Faults[0].Field));
        Assert.Equal(["/A/", "/A/A1/", "/A/A1/A2/"], new[] { root, child, grandchild }.Select(o => o.Path));
    }

    [Theory]
    [InlineData("A"), InlineData("a-1"), InlineData("0"), InlineData(" CG-YH ")]
    public void Codes_that_can_be_used(string code) => Assert.Equal(code.Trim().ToUpperInvariant(), Organisation.NormaliseCode(code));

    [Theory]
    [InlineData(null), InlineData(""), InlineData("-A"), InlineData("A/B"), InlineData("甲"), InlineData("A B"), InlineData("A_B"), InlineData("A%"), InlineData("A\n")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Codes_that_cannot_be_part_of_a_path(string? code) => Assert.Throws<RuleBroken>(() => Organisation.NormaliseCode(code + (code == "A\n" ? "B" : "")));

    [Fact]
    public void Names_have_limits_and_branches_an_end()
    {
        Assert.Throws<RuleBroken>(() => Organisation.Found(null, "A", " ", OrganisationKind.City));
        Assert.Throws<RuleBroken>(() => Organisation.Found(null, "A", new('长', Organisation.NameLength + 1), OrganisationKind.City));
        var (deep, depth) = (Unit(null, new('A', 40)), 1);
        var refused = Assert.Throws<RuleBroken>(() =>
        {
            while (depth < 100)
            {
                deep = Unit(deep, new('B', 40));
                depth++;
            }
        });
        Assert.Equal(("单位层级太深", 9), (refused.Message, depth));
        Assert.True(deep.Path.Length <= Organisation.PathLength);
    }

    [Fact]
    public void A_closed_unit_opens_no_project()
    {
        var unit = Unit(null, "A");
        unit.Disable();
        Assert.Throws<RuleBroken>(() => Domain.Projects.Project.Open(unit, new(2024, "甲", null, null, null), Domain.Evaluations.EvaluationKind.SelfEvaluation));
        unit.Enable();
        Assert.Equal("甲", Domain.Projects.Project.Open(unit, new(2024, " 甲 ", null, null, null), Domain.Evaluations.EvaluationKind.SelfEvaluation).Name);
        Assert.Throws<RuleBroken>(() => Domain.Projects.Project.Open(unit, new(2009, "甲", null, null, null), Domain.Evaluations.EvaluationKind.SelfEvaluation));
    }

    [Theory]
    [InlineData("街道", OrganisationKind.StreetOffice), InlineData(" 社区 ", OrganisationKind.Community), InlineData("区县", OrganisationKind.District), InlineData("公司", null), InlineData(null, null)]
    public void Words_of_imported_lists(string? word, OrganisationKind? kind) => Assert.Equal(kind, OrganisationKindWords.Parse(word));
}
