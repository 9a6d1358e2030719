using System.Buffers;

namespace PerfEval.Domain.Checks;

/// <summary>Looks for words in a stretch of text.</summary>
internal static class Words
{
    /// <summary>What ends a group of words, in plain text: marks, ends of lines and of cells.</summary>
    public static readonly SearchValues<char> Marks = SearchValues.Create("，。；、:\n\t");

    /// <summary>True when one of the words occurs.</summary>
    public static bool Any(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the text ends with one of the words.</summary>
    public static bool End(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every place where one of the words occurs, in order; what overlaps an earlier one is left out.</summary>
    public static IEnumerable<(int Start, string Word)> All(string text, string[] words)
    {
        var found = new List<(int Start, string Word)>();
        foreach (var word in words)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                found.Add((at, word));
            }
        }

        var end = 0;
        foreach (var hit in found.OrderBy(f => f.Start).ThenByDescending(f => f.Word.Length))
        {
            if (hit.Start >= end)
            {
                end = hit.Start + hit.Word.Length;
                yield return hit;
            }
        }
    }
}
