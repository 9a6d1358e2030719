namespace PerfEval.Domain.Surveys;

/// <summary>What a person enters about a question.</summary>
/// <param name="Text">The question.</param>
/// <param name="Scale">How it is answered.</param>
/// <param name="Options">What can be chosen; empty for 文字.</param>
/// <param name="SatisfiedFrom">The value from which an answer counts as satisfied (满意率).</param>
/// <param name="Counts">Whether it counts into 满意度.</param>
public sealed record QuestionEntry(string Text, QuestionScale Scale, IReadOnlyList<SurveyOption> Options, decimal SatisfiedFrom, bool Counts);

/// <summary>题目: one question of a survey.</summary>
public sealed class SurveyQuestion : IVersioned
{
    /// <summary>Most characters of a question.</summary>
    public const int TextLength = 200;

    /// <summary>Most characters of an option.</summary>
    public const int LabelLength = 20;

    /// <summary>Most options of a question: each has one key of the keyboard.</summary>
    public const int MostOptions = 10;

    /// <summary>The largest value of an option.</summary>
    public const decimal LargestValue = 1000;

    private SurveyQuestion()
    {
    }

    internal SurveyQuestion(Guid id, int position, QuestionEntry entry)
    {
        (Id, Position) = (id, position);
        Set(entry);
    }

    /// <summary>Key, made where the row was made.</summary>
    public Guid Id { get; private set; }

    /// <summary>The survey.</summary>
    public Guid SurveyId { get; private set; }

    /// <summary>Order on the sheet, from 1 without gaps: the number of the question.</summary>
    public int Position { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How it is answered.</summary>
    public QuestionScale Scale { get; private set; }

    /// <summary>What can be chosen, in the order of the sheet; empty for 文字.</summary>
    public IReadOnlyList<SurveyOption> Options { get; private set; } = [];

    /// <summary>The value from which an answer counts as satisfied.</summary>
    public decimal SatisfiedFrom { get; private set; }

    /// <summary>Whether it counts into 满意度.</summary>
    public bool Counts { get; private set; }

    /// <inheritdoc />
    public long Version { get; private set; }

    /// <summary>True when one chooses among options.</summary>
    public bool IsClosed => Scale != QuestionScale.Text;

    /// <summary>The largest value that can be chosen; the rate is measured against it.</summary>
    public decimal Largest => Options.Max(o => o.Value ?? 0);

    /// <summary>True when an option counts as satisfied.</summary>
    public bool IsSatisfied(SurveyOption option) => option.Value is { } value && value >= SatisfiedFrom;

    internal void MoveTo(int position) => Position = position;

    /// <exception cref="RuleBroken">The options cannot be counted.</exception>
    internal void Set(QuestionEntry entry)
    {
        var faults = entry.Scale == QuestionScale.Text ? [] : Faults(entry).Select(m => new Fault(nameof(Options), m)).ToList();
        if (string.IsNullOrWhiteSpace(entry.Text))
        {
            faults.Insert(0, new(nameof(Text), "请填写题目"));
        }

        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        (Text, Scale, SatisfiedFrom) = (entry.Text.Trim(), entry.Scale, entry.SatisfiedFrom);
        Options = entry.Scale == QuestionScale.Text ? [] : [.. entry.Options];
        Counts = entry.Counts && entry.Scale != QuestionScale.Text;
    }

    private static IEnumerable<string> Faults(QuestionEntry entry)
    {
        if (entry.Options.Count is < 2 or > MostOptions)
        {
            yield return $"选项应有2至{MostOptions}个，一行一个，现在是{entry.Options.Count}个";
        }

        if (entry.Options.FirstOrDefault(o => o.Label.Length is 0 or > LabelLength) is { } longOne)
        {
            yield return $"选项“{longOne.Label}”应有1至{LabelLength}个字";
        }

        if (entry.Options.GroupBy(o => o.Label).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return $"选项“{twice.Key}”写了{twice.Count()}次，请删去重复的";
        }

        if (entry.Options.FirstOrDefault(o => o.Value is < 0 or > LargestValue || (o.Value is { } v && Scoring.Rounding.Round(v, 2) != v)) is { } odd)
        {
            yield return $"选项“{odd.Label}”的分值{Numbers.Plainly(odd.Value!.Value)}应在0至{Numbers.Plainly(LargestValue)}之间，最多两位小数";
        }

        if (!entry.Options.Any(o => o.Value > 0))
        {
            yield return "至少一个选项要有大于0的分值，写在选项后面，如“满意 80”";
        }
    }
}
