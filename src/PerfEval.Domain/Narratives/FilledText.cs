using System.Text;

namespace PerfEval.Domain.Narratives;

/// <summary>
/// The text of a section as the report prints it, with every live figure in its place, and the way back to what was
/// typed: a check reads what the report will say and must point at the words in the form.
/// </summary>
public sealed class FilledText
{
    private readonly List<(int Start, int Length, int BodyStart, int BodyLength, string Name)> figures = [];

    private FilledText(string body) => Body = body;

    /// <summary>The text as typed, live figures as {{…}}.</summary>
    public string Body { get; }

    /// <summary>The text as printed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Puts the figures in; a name that is not known stays as it was typed.</summary>
    /// <param name="body">The text as typed.</param>
    /// <param name="values">Name → shown value.</param>
    public static FilledText Of(string body, IReadOnlyDictionary<string, string> values)
    {
        var filled = new FilledText(body);
        var (text, done) = (new StringBuilder(body.Length), 0);
        foreach (var mark in LiveText.Marks(body))
        {
            if (values.TryGetValue(mark.Name, out var shown))
            {
                text.Append(body, done, mark.Start - done);
                filled.figures.Add((text.Length, shown.Length, mark.Start, mark.Length, mark.Name));
                text.Append(shown);
                done = mark.Start + mark.Length;
            }
        }

        filled.Text = text.Append(body, done, body.Length - done).ToString();
        return filled;
    }

    /// <summary>True when some of these printed characters come from a live figure.</summary>
    public bool IsLive(int start, int length) => figures.Any(f => f.Start < start + length && start < f.Start + f.Length);

    /// <summary>True when all of these printed characters come from one live figure: there is nothing to type there.</summary>
    public bool IsAllLive(int start, int length) => figures.Any(f => f.Start <= start && start + length <= f.Start + f.Length);

    /// <summary>Names of the live figures of which some of these printed characters come, each once.</summary>
    public IReadOnlyList<string> LiveNames(int start, int length) =>
        [.. figures.Where(f => f.Start < start + length && start < f.Start + f.Length).Select(f => f.Name).Distinct()];

    /// <summary>Where printed characters stand in the text as typed; a live figure is taken whole.</summary>
    public (int Start, int Length) ToBody(int start, int length)
    {
        var (from, to) = (Back(start, atEnd: false), Back(start + length, atEnd: true));
        return (from, Math.Max(0, to - from));
    }

    private int Back(int at, bool atEnd)
    {
        var shift = 0;
        foreach (var figure in figures)
        {
            if (at < figure.Start || (at == figure.Start && atEnd))
            {
                break;
            }

            if (at < figure.Start + figure.Length)
            {
                return atEnd ? figure.BodyStart + figure.BodyLength : figure.BodyStart;
            }

            shift = figure.BodyStart + figure.BodyLength - figure.Start - figure.Length;
        }

        return Math.Clamp(at + shift, 0, Body.Length);
    }
}
