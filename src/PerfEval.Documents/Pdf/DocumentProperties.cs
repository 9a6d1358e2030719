namespace PerfEval.Documents.Pdf;

/// <summary>What a reader shows about a document. No time is written unless given here: the same report gives the same bytes.</summary>
/// <param name="Title">Title, shown in the title bar.</param>
/// <param name="Subject">What it is about; null for nothing.</param>
/// <param name="Author">The unit it comes from; null for nothing.</param>
/// <param name="Created">Time of the report in UTC, such as its approval; null for none.</param>
/// <param name="Language">Language of the text.</param>
public sealed record DocumentProperties(string Title, string? Subject = null, string? Author = null, DateTime? Created = null, string Language = "zh-CN");
