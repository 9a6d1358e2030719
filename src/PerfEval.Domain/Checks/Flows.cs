namespace PerfEval.Domain.Checks;

/// <summary>What an amount is in the life of money, by the words around it.</summary>
[Flags]
internal enum Flow
{
    None = 0,

    /// <summary>Planned, granted, received.</summary>
    In = 1,

    /// <summary>Spent.</summary>
    Out = 2,

    /// <summary>Left over.</summary>
    Left = 4,
}

/// <summary>Reads the flow of a number.</summary>
internal static class Flows
{
    private static readonly string[] InWords = ["预算", "下达", "到位", "收到", "拨付", "拨入", "安排", "投入", "批复", "筹集", "核定", "总投资", "拨款", "收入", "下拨", "争取", "申请", "合同价", "合同金额", "中标价", "控制价", "补助资金", "专项资金", "资金总额", "资金总量", "计划投资", "计划"];
    private static readonly string[] OutWords = ["支出", "支付", "使用", "发放", "执行", "兑付", "完成投资", "列支", "已付", "开支", "兑现", "花费", "结算", "用于"];
    private static readonly string[] LeftWords = ["结余", "剩余", "余额", "节余", "尚余", "结存", "未支付", "未使用", "未支出", "未拨付", "未执行", "缺口", "差额", "节约", "节省", "结转", "尚未", "仍有", "余下"];

    /// <summary>The flow by the words before a number, or else by those after it.</summary>
    public static Flow Of(ReadText text, int index)
    {
        var flow = Of(text.Lead(index));
        return flow != Flow.None ? flow : Of(text.Tail(index));
    }

    /// <summary>The flow that words speak of; the one nearest their end where they speak of several.</summary>
    public static Flow Of(ReadOnlySpan<char> words)
    {
        if (Words.Any(words, LeftWords))
        {
            return Flow.Left;
        }

        var (incoming, outgoing) = (Last(words, InWords), Last(words, OutWords));
        return incoming < 0 && outgoing < 0 ? Flow.None : outgoing >= incoming ? Flow.Out : Flow.In;
    }

    private static int Last(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words)
        {
            last = Math.Max(last, text.LastIndexOf(word));
        }

        return last;
    }
}
