namespace PerfEval.Domain.Surveys;

/// <summary>Where a survey stands.</summary>
public enum SurveyStatus
{
    /// <summary>草稿: the questions are being written, nobody can answer.</summary>
    Draft,

    /// <summary>进行中: answers are typed in and, within the period, come by the link.</summary>
    Open,

    /// <summary>已结束: nothing is added any more.</summary>
    Closed,
}

/// <summary>How a sheet of answers came in.</summary>
public enum SheetSource
{
    /// <summary>纸质: typed in from paper.</summary>
    Paper,

    /// <summary>链接: sent from a phone through the public link.</summary>
    Link,
}

/// <summary>The statuses in the users' words.</summary>
public static class SurveyStatusWords
{
    /// <summary>草稿, 进行中, 已结束.</summary>
    public static string Word(this SurveyStatus status) => status switch
    {
        SurveyStatus.Draft => "草稿",
        SurveyStatus.Open => "进行中",
        _ => "已结束",
    };

    /// <summary>纸质, 链接.</summary>
    public static string Word(this SheetSource source) => source == SheetSource.Paper ? "纸质" : "链接";
}
