using PerfEval.Domain.Indicators;
using PerfEval.Domain.Scoring;

namespace PerfEval.Domain.Tests.Indicators;

public class BindingWordsTests
{
    [Fact]
    public void Every_binding_can_be_said_and_read_back()
    {
        var all = Enum.GetValues<Figure>().Select(f => new FigureBinding(f))
            .Concat(Enum.GetValues<ExecutionDenominator>().Select(d => new FigureBinding(Figure.BudgetExecutionRate, d))).ToList();
        Assert.Equal(all, all.Select(b => BindingWords.Parse($" {b.Word()} ")));
        Assert.Equal(all.Count, all.Select(b => b.Word()).Distinct().Count());
        Assert.Null(BindingWords.Parse("人口"));
        Assert.Null(BindingWords.Parse(null));
    }

    [Fact]
    public void Verification_can_be_said_and_read_back() =>
        Assert.Equal(Enum.GetValues<Verification>().Cast<Verification?>(), Enum.GetValues<Verification>().Select(v => VerificationWords.Parse(v.Word())));
}
