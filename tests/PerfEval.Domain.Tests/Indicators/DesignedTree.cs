using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

/// <summary>A small tree of four levels for the tests of the designer's acts: A(A1(A11(A111, A112)), A2), B.</summary>
internal static class DesignedTree
{
    public static IndicatorTree Draft()
    {
        var tree = new IndicatorTree("T", "试表");
        var a = tree.AddIndicator(new("A", "决策", 60));
        tree.AddIndicator(new("B", "效益", 40, new Expert()));
        var a1 = tree.AddIndicator(new("A1", "立项", 40), a);
        tree.AddIndicator(new("A2", "资金", 20, new Ratio(100), new FigureBinding(Figure.BudgetExecutionRate), StatedCode: "A02", PrintedName: "A02资金"), a);
        var a11 = tree.AddIndicator(new("A11", "程序", 40), a1);
        tree.AddIndicator(new("A111", "依据", 25, new Expert()), a11);
        tree.AddIndicator(new("A112", "论证", 15, new MetNotMet()), a11);
        return tree;
    }

    public static Indicator At(this IndicatorTree tree, string code) => tree.Indicators.Single(i => i.Code == code);

    /// <summary>“A1.立项@2#1 A…”: codes with level and place, depth first.</summary>
    public static string Shape(this IndicatorTree tree) => string.Join(' ', tree.Ordered().Select(i => $"{i.Code}@{i.Level}#{i.Position}"));
}
