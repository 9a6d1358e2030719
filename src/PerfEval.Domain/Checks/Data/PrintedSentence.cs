using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Data;

/// <summary>The sentence, or the part of one between semicolons, that a place of a printed text stands in.</summary>
internal static class PrintedSentence
{
    private static readonly char[] Ends = ['。', '\n', '；'];

    /// <summary>Where it stands, without the mark that ends it.</summary>
    public static Stretch Around(string text, int at)
    {
        var from = at == 0 ? 0 : text.LastIndexOfAny(Ends, at - 1) + 1;
        var to = text.IndexOfAny(Ends, at);
        return new(from, to < 0 ? text.Length : to);
    }

    /// <summary>What of it stands before the place.</summary>
    public static string Before(string text, int at) => text[Around(text, at).Start..at];
}
