using System.Text.Json.Serialization;

namespace PerfEval.Domain.Evaluations;

/// <summary>评价方式 (财预〔2020〕10号 第四条), the lowest first: a higher one stands on those before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvaluationKind>))]
public enum EvaluationKind
{
    /// <summary>单位自评</summary>
    SelfEvaluation,

    /// <summary>部门评价</summary>
    DepartmentEvaluation,

    /// <summary>财政评价</summary>
    FinanceEvaluation,
}

/// <summary>Where an evaluation stands.</summary>
public enum EvaluationState
{
    /// <summary>草稿</summary>
    Draft,

    /// <summary>已送审</summary>
    Submitted,

    /// <summary>评审中</summary>
    UnderReview,

    /// <summary>已退回</summary>
    Returned,

    /// <summary>已定稿</summary>
    Approved,

    /// <summary>已公开</summary>
    Published,
}

/// <summary>What a person can do with an evaluation.</summary>
public enum Act
{
    /// <summary>送审</summary>
    Submit,

    /// <summary>撤回</summary>
    Withdraw,

    /// <summary>受理</summary>
    Accept,

    /// <summary>退回</summary>
    Return,

    /// <summary>定稿</summary>
    Approve,

    /// <summary>撤销定稿</summary>
    Revoke,

    /// <summary>公开</summary>
    Publish,
}

/// <summary>The words of the trade for kinds, states and acts.</summary>
public static class EvaluationWords
{
    /// <summary>单位自评, …</summary>
    public static string Word(this EvaluationKind kind) => kind switch
    {
        EvaluationKind.SelfEvaluation => "单位自评",
        EvaluationKind.DepartmentEvaluation => "部门评价",
        _ => "财政评价",
    };

    /// <summary>草稿, 已送审, …</summary>
    public static string Word(this EvaluationState state) => state switch
    {
        EvaluationState.Draft => "草稿",
        EvaluationState.Submitted => "已送审",
        EvaluationState.UnderReview => "评审中",
        EvaluationState.Returned => "已退回",
        EvaluationState.Approved => "已定稿",
        _ => "已公开",
    };

    /// <summary>送审, 退回, …</summary>
    public static string Word(this Act act) => act switch
    {
        Act.Submit => "送审",
        Act.Withdraw => "撤回",
        Act.Accept => "受理",
        Act.Return => "退回",
        Act.Approve => "定稿",
        Act.Revoke => "撤销定稿",
        _ => "公开",
    };
}
