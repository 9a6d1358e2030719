namespace PerfEval.Domain.Scoring.Reading;

/// <summary>The value beyond which nothing is earned.</summary>
/// <param name="Value">In the unit of the rule.</param>
/// <param name="Inclusive">Exactly this value earns nothing either.</param>
internal sealed record CutoffReader(decimal Value, bool Inclusive)
{
    /// <summary>The cut-off of a clause “60%以下，不得分”; null when there is none or it is still open.</summary>
    public static CutoffReader? Read(Page page, Clause? clause, DecayReader.Line line, out bool open, Range? between = null)
    {
        open = false;
        if (clause is null)
        {
            return null;
        }

        var apart = page.Condition(clause).Contains("相差") || page.Condition(clause).Contains("偏差");
        var range = RangeFinder.In(page.Text, clause.Start, clause.End);
        var (value, edge) = (line.Direction, range) switch
        {
            (_, null or { Exact: true }) => (null, Edge.Plain),
            (DecayDirection.Below, { Low: null }) => (range.High, range.HighEdge),
            (DecayDirection.Above, { High: null }) => (range.Low, range.LowEdge),
            (DecayDirection.Both, { High: null }) when apart => (range.Low, range.LowEdge),
            (null, { Low: null }) => (range.High, range.HighEdge),
            _ => ((decimal?)null, Edge.Plain),
        };
        if (value is not { } at)
        {
            return null;
        }

        // 超出10%以上 speaks of the excess over the plan, 结余率超过30% of the value itself.
        if (line.Direction == DecayDirection.Above && page.Condition(clause).Contains('超') && (line.FullAt is null || at <= line.FullAt))
        {
            if (line.FullAt is not (null or 100))
            {
                return null;
            }

            open = line.FullAt is null;
            at += line.FullAt ?? 0;
            if (open)
            {
                page.Use(clause, "截止线");
                return null;
            }
        }

        edge = edge == Edge.Official && page.BelowExcludes && line.Direction != DecayDirection.Above ? Edge.Out : edge;
        // 60%（含）至90%…，60%及以下不得分 gives exactly 60 twice; 60%（含）至90%…，60%以下不得分 says where it belongs.
        var side = line.Direction switch { DecayDirection.Below => between?.LowEdge, DecayDirection.Above => between?.HighEdge, _ => null };
        var end = line.Direction == DecayDirection.Below ? between?.Low : between?.High;
        if (end == at && side is Edge.In or Edge.Out)
        {
            edge = edge == Edge.Official ? side == Edge.In ? Edge.Out : Edge.In : edge == side ? Edge.Official : edge;
        }

        var shown = Wording.Measured(at, range!.Measure.Length > 0 ? range.Measure : line.Measure);
        page.Use(clause, $"截止线{shown}");
        if (edge is Edge.In or Edge.Out)
        {
            return new CutoffReader(at, edge == Edge.In);
        }

        // 60%以下 includes 60 by official usage, while “每下降1%扣…” still gives points at 60: the text says both.
        var reply = page.Interview.Ask(QuestionKind.CutoffInclusive, $"“{page.Words(clause)}”不得分：正好{shown}得不得分？",
        [
            new("scores", $"正好{shown}照常扣分计分", $"{shown}按差额扣分，{(line.Direction == DecayDirection.Above ? "高" : "低")}于{shown}才得0分。"),
            new("nothing", $"正好{shown}也不得分", $"{shown}得0分（公文里“以上”“以下”包括本数）。"),
        ]);
        open = reply is null;
        return reply is null ? null : new CutoffReader(at, reply.Answer == "nothing");
    }
}
