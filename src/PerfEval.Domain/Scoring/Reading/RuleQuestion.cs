namespace PerfEval.Domain.Scoring.Reading;

/// <summary>One thing that a text leaves open.</summary>
/// <param name="Key">Stable for the same text: the kind, with a number where a kind is asked more than once (“Points-2”).</param>
/// <param name="Kind">What is open.</param>
/// <param name="Text">The question in Chinese, in a finance officer's words.</param>
/// <param name="Answers">Two to four.</param>
public sealed record RuleQuestion(string Key, QuestionKind Kind, string Text, IReadOnlyList<RuleAnswer> Answers);

/// <summary>One answer that can be chosen.</summary>
/// <param name="Key">Unique in the question.</param>
/// <param name="Label">Chinese words.</param>
/// <param name="Example">What it would mean for the points, worked out; a Chinese sentence.</param>
/// <param name="Typed">Whether a value has to be typed with it.</param>
/// <param name="Unit">Chinese unit of a typed number, empty when it has none.</param>
public sealed record RuleAnswer(string Key, string Label, string Example, TypedValue Typed = TypedValue.None, string Unit = "");

/// <summary>A stretch of the text as written, and which parameter it gave.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">In characters.</param>
/// <param name="Meaning">Chinese: “满分线95%”.</param>
public sealed record Understanding(int Start, int Length, string Meaning);

/// <summary>A stretch of the text as written that gave nothing.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">In characters.</param>
/// <param name="Text">Its words.</param>
public sealed record UnusedText(int Start, int Length, string Text);
