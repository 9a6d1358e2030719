namespace PerfEval.Domain.Surveys;

/// <summary>
/// 问卷: the answers of one person, without anything that tells who it was: no name, no address, no time of day. The
/// answers are one character per question with options, in the order of the questions, as they are typed: 1 for the
/// first option, 0 for the tenth, - for no answer. Questions cannot change once there are sheets.
/// </summary>
public sealed class SurveySheet
{
    /// <summary>Most characters of the answers: one per question.</summary>
    public const int MarksLength = Survey.MostQuestions;

    /// <summary>Most characters of an answer in words.</summary>
    public const int TextLength = 500;

    /// <summary>The sign for a question that was not answered.</summary>
    public const char NoMark = '-';

    private SurveySheet()
    {
    }

    internal SurveySheet(Guid id, SheetSource source, int? number, string marks, IReadOnlyList<string>? texts, bool isValid, DateOnly on) =>
        (Id, Source, Number, Marks, Texts, IsValid, ReceivedOn) = (id, source, number, marks, texts, isValid, on);

    /// <summary>Key, made where the sheet was made: a sheet that is sent twice is the same sheet.</summary>
    public Guid Id { get; private set; }

    /// <summary>The survey.</summary>
    public Guid SurveyId { get; private set; }

    /// <summary>How it came in.</summary>
    public SheetSource Source { get; private set; }

    /// <summary>Running number written on the paper; null for sheets from the link.</summary>
    public int? Number { get; private set; }

    /// <summary>One character per question with options.</summary>
    public string Marks { get; private set; } = "";

    /// <summary>Answers in words, one per 文字 question; null when nothing was written.</summary>
    public IReadOnlyList<string>? Texts { get; private set; }

    /// <summary>False for a sheet that was returned but cannot be used (无效问卷).</summary>
    public bool IsValid { get; private set; }

    /// <summary>The day on which it came in, in China.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Place of the chosen option, from 0; null when the question was not answered.</summary>
    /// <param name="mark">A character of <see cref="Marks"/>.</param>
    public static int? OptionOf(char mark) => mark == NoMark ? null : mark == '0' ? 9 : mark - '1';

    /// <summary>The character for the option at this place.</summary>
    /// <param name="option">From 0 to 9.</param>
    public static char MarkOf(int option) => option == 9 ? '0' : (char)('1' + option);
}
