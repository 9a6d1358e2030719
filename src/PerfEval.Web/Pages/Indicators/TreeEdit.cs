using PerfEval.Domain;
using PerfEval.Domain.Indicators;

namespace PerfEval.Web.Pages.Indicators;

/// <summary>What is typed in the designer: every row of the tree, and which button was pressed.</summary>
public sealed class TreeEdit
{
    public long SeenVersion { get; set; }

    /// <summary>See <see cref="TreeAct"/>.</summary>
    public string? Act { get; set; }

    public List<NodeForm> Nodes { get; set; } = [];

    /// <summary>Writes what was typed into the tree, then does what the button asks.</summary>
    /// <returns>The indicator to look at afterwards, and what was done.</returns>
    /// <exception cref="RowStale">Somebody else saved the tree since.</exception>
    /// <exception cref="RuleBroken">With all faults, each at its field.</exception>
    internal (Indicator? At, string? Done) ApplyTo(IndicatorTree tree)
    {
        RowStale.Refuse(tree, SeenVersion, $"指标体系“{tree.Name}”");
        var faults = new List<Fault>();
        for (var n = 0; n < Nodes.Count; n++)
        {
            var typed = Nodes[n];
            var field = $"{nameof(Nodes)}[{n}]";
            if (tree.Indicators.FirstOrDefault(i => i.Id == typed.Id) is not { } indicator)
            {
                faults.Add(new("", $"指标“{typed.Code}{typed.Name}”不在本指标体系中，请刷新页面后再试"));
            }
            else if (FormRules.ToNumber(typed.Weight) is not { } weight)
            {
                faults.Add(new($"{field}.{nameof(NodeForm.Weight)}", $"“{indicator.Code}{indicator.Name}”的分值{(string.IsNullOrWhiteSpace(typed.Weight) ? "没有填写" : $"“{typed.Weight.Trim()}”不是数字")}，请填如 5 或 2.5"));
            }
            else
            {
                Revise(tree, indicator, indicator.Content.Typed(typed.Code?.Trim() ?? "", typed.Name?.Trim() ?? "", weight), field, faults);
            }
        }

        return faults.Count > 0 ? throw new RuleBroken(faults) : TreeAct.Do(tree, Act);
    }

    /// <summary>The rows as they are stored.</summary>
    internal static TreeEdit Of(IndicatorTree tree) => new() { SeenVersion = tree.Version, Nodes = [.. tree.Ordered().Select(NodeForm.Of)] };

    /// <summary>The rows of the tree as it is stored now, with what was typed where an indicator is still there.</summary>
    internal TreeEdit Onto(IndicatorTree tree)
    {
        var typed = Nodes.GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        return new() { SeenVersion = tree.Version, Nodes = [.. tree.Ordered().Select(i => typed.GetValueOrDefault(i.Id) ?? NodeForm.Of(i))] };
    }

    private static void Revise(IndicatorTree tree, Indicator indicator, IndicatorContent content, string field, List<Fault> faults)
    {
        if (content == indicator.Content)
        {
            return;
        }

        try
        {
            tree.Revise(indicator, content);
        }
        catch (RuleBroken refused)
        {
            faults.AddRange(refused.Faults.Select(f => new Fault($"{field}.{(f.Field switch { "code" => nameof(NodeForm.Code), "name" => nameof(NodeForm.Name), _ => nameof(NodeForm.Weight) })}", f.Message)));
        }
    }
}

/// <summary>One row of the designer.</summary>
public sealed class NodeForm
{
    public int Id { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Weight { get; set; }

    internal static NodeForm Of(Indicator indicator) =>
        new() { Id = indicator.Id, Code = indicator.Code, Name = indicator.Name, Weight = Numbers.Plainly(indicator.Weight) };
}
