namespace PerfEval.Domain.Scoring.Reading;

/// <summary>A question as it was answered.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Answer">Key of the answer.</param>
/// <param name="Number">Typed number.</param>
/// <param name="Text">Typed text.</param>
internal sealed record Reply(string Question, string Answer, decimal? Number = null, string? Text = null);
