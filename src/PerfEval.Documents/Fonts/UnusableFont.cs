namespace PerfEval.Documents.Fonts;

/// <summary>A font file is missing or cannot be used. The message names the file and says what to do.</summary>
/// <param name="message">Sentence for the administrator.</param>
/// <param name="inner">What went wrong below, if anything.</param>
public sealed class UnusableFont(string message, Exception? inner = null) : Exception(message, inner);
