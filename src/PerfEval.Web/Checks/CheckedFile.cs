using PerfEval.Documents.Reading;
using PerfEval.Domain.Checks;

namespace PerfEval.Web.Checks;

/// <summary>One text that was checked on the spot; it exists for this answer only.</summary>
/// <param name="Name">Name of the file, or 粘贴的文字.</param>
/// <param name="Text">What was read.</param>
/// <param name="Result">What was found.</param>
public sealed record CheckedFile(string Name, string Text, CheckResult Result)
{
    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="UnreadableTable">It cannot be read; the message says why and what to do.</exception>
    public static CheckedFile Of(byte[] content, string name) => Of(ReadableText.Of(content, name), name);

    /// <summary>Checks a text.</summary>
    public static CheckedFile Of(string text, string name)
    {
        var lines = text.ReplaceLineEndings("\n");
        return new(name, lines, TextCheck.Of(lines));
    }
}
