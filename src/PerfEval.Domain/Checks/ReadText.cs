using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks;

/// <summary>A text with everything that was read in it: numbers, dates, sentences, tables.</summary>
internal sealed class ReadText
{
    private const int LongestLead = 40;
    private const string Ends = "，。；、:\n\t！？|";

    private readonly int[] starts;

    /// <summary>Reads a text once, for all checks.</summary>
    public ReadText(string text)
    {
        Original = text;
        Plain = PlainText.Of(text);
        Tables = TableLines.Read(Plain);
        Blocks = Reading.Blocks.Of(Plain, Tables);
        Sentences = Reading.Blocks.Sentences(Plain, Blocks);
        (var numbers, Dates) = NumberReader.Read(Plain);
        Numbers = numbers;
        starts = [.. numbers.Select(n => n.Start)];
        Steps = Formulas.Of(this);
        Roles = NumberRoles.Of(this);
    }

    /// <summary>As it was given.</summary>
    public string Original { get; }

    /// <summary>In one way of writing, character for character.</summary>
    public string Plain { get; }

    /// <summary>Every number, in order.</summary>
    public IReadOnlyList<ReadNumber> Numbers { get; }

    /// <summary>Every date, in order.</summary>
    public IReadOnlyList<ReadDate> Dates { get; }

    /// <summary>Paragraphs, lists and cells.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Sentences, none across blocks.</summary>
    public IReadOnlyList<Stretch> Sentences { get; }

    /// <summary>Tables.</summary>
    public IReadOnlyList<TextTable> Tables { get; }

    /// <summary>The calculations that are written out: 3人×200元=600元.</summary>
    public IReadOnlyList<Formula> Steps { get; }

    /// <summary>What each number is in its sentence, besides its value.</summary>
    public NumberRoles Roles { get; }

    /// <summary>Indices of the numbers that start within a stretch: from, to (exclusive).</summary>
    public (int From, int To) Within(Stretch stretch) => (FirstAt(stretch.Start), FirstAt(stretch.End));

    /// <summary>The sentence around a place; the place alone where there is none.</summary>
    public Stretch SentenceAt(int place) => Around(Sentences, s => s, place);

    /// <summary>The block around a place; the place alone where there is none.</summary>
    public Stretch BlockAt(int place) => Around(Blocks, b => b.Stretch, place);

    /// <summary>The words right before a number, back to the last mark or number.</summary>
    public ReadOnlySpan<char> Lead(int index)
    {
        var n = Numbers[index];
        var from = Math.Max(n.Start - LongestLead, index > 0 ? Numbers[index - 1].End : 0);
        var lead = Plain.AsSpan(from, Math.Max(0, n.Start - from)).TrimEnd(" ¥:");
        return lead[(lead.LastIndexOfAny(Ends) + 1)..];
    }

    /// <summary>The words right after a number, up to the next mark or number.</summary>
    public ReadOnlySpan<char> Tail(int index)
    {
        var n = Numbers[index];
        var to = Math.Min(Math.Min(Plain.Length, n.End + LongestLead + 20), index + 1 < Numbers.Count ? Math.Max(n.End, Numbers[index + 1].Start) : Plain.Length);
        var tail = Plain.AsSpan(n.End, to - n.End);
        var cut = tail.IndexOfAny(Ends);
        return cut < 0 ? tail : tail[..cut];
    }

    /// <summary>What stands between two numbers.</summary>
    public ReadOnlySpan<char> Between(ReadNumber a, ReadNumber b) => b.Start > a.End ? Plain.AsSpan(a.End, b.Start - a.End) : [];

    /// <summary>Words of the original.</summary>
    public string Quote(int start, int length) => Original.Substring(start, length);

    /// <summary>A number as printed.</summary>
    public string Shown(ReadNumber number) => Original.Substring(number.Start, number.Length).ReplaceLineEndings("").Trim();

    /// <summary>Index of the first number that starts at a place or after it.</summary>
    public int FirstAt(int place)
    {
        var index = Array.BinarySearch(starts, place);
        return index < 0 ? ~index : index;
    }

    private static Stretch Around<T>(IReadOnlyList<T> sorted, Func<T, Stretch> of, int place)
    {
        var (low, high) = (0, sorted.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var stretch = of(sorted[middle]);
            if (stretch.Holds(place))
            {
                return stretch;
            }

            (low, high) = place < stretch.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return new(place, place);
    }
}
