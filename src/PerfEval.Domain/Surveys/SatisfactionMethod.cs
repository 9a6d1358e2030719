namespace PerfEval.Domain.Surveys;

/// <summary>
/// How the rates of the questions become one 满意度. The standard of 004 (C221 “问卷每一项满意度评分得分率在95%以上得满分，每下降1%扣权重的1%”)
/// leaves open what 每一项 means; a survey says which reading it follows, and the formula repeats it.
/// </summary>
public enum SatisfactionMethod
{
    /// <summary>各题平均: the plain average of the questions' rates.</summary>
    Average,

    /// <summary>最低一题: every question must reach the line, so the lowest decides.</summary>
    Lowest,

    /// <summary>逐题扣减: what each question lacks of the line is added up and taken from the line.</summary>
    PerItem,
}

/// <summary>The methods in the users' words.</summary>
public static class SatisfactionMethodWords
{
    /// <summary>各题平均, 最低一题, 逐题扣减.</summary>
    public static string Word(this SatisfactionMethod method) => method switch
    {
        SatisfactionMethod.Average => "各题平均",
        SatisfactionMethod.Lowest => "最低一题",
        _ => "逐题扣减",
    };

    /// <summary>What the method does, a sentence for the person who chooses.</summary>
    public static string Explained(this SatisfactionMethod method) => method switch
    {
        SatisfactionMethod.Average => "满意度取各题得分率的平均数",
        SatisfactionMethod.Lowest => "满意度取得分率最低的一题，即要求每一题都达到",
        _ => "每一题低于达标线的部分相加，从达标线中扣除；各题都达标的取最低一题",
    };
}
