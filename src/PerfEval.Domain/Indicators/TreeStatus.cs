using System.Text.Json.Serialization;

namespace PerfEval.Domain.Indicators;

/// <summary>Where a tree stands: only drafts change, only published trees are used for new evaluations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TreeStatus>))]
public enum TreeStatus
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已发布; frozen.</summary>
    Published,

    /// <summary>已停用; frozen, kept for old evaluations.</summary>
    Retired,
}

/// <summary>Words of <see cref="TreeStatus"/>.</summary>
public static class TreeStatusWords
{
    /// <summary>草稿, 已发布, 已停用.</summary>
    public static string Word(this TreeStatus status) => status switch
    {
        TreeStatus.Draft => "草稿",
        TreeStatus.Published => "已发布",
        _ => "已停用",
    };
}
