using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Documents.Reading;

/// <summary>What a cell of an official table says about an indicator at once: “A11.立项依据（20%）”.</summary>
/// <param name="Code">The code before the name; null when there is none.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Weight">Points behind it: 20% and 20分 both mean 20 of the whole 100; null when there are none.</param>
/// <param name="Printed">Code and name as they stand, without the points.</param>
internal sealed partial record PrintedIndicator(string? Code, string Name, decimal? Weight, string Printed)
{
    /// <summary>Takes a cell apart.</summary>
    /// <param name="text">Not empty.</param>
    /// <param name="above">Code of the parent; letters before a name count as a code only when they go on from it.</param>
    public static PrintedIndicator Of(string text, string? above)
    {
        // A blank sets a code off from its name; inside a name it is only a line that did not fit.
        var lead = Lead().Match(text);
        var rest = Blanks().Replace(text[lead.Length..], "");
        var flat = Blanks().Replace(lead.Value, "") + rest;
        var weight = Points().Match(flat);
        var printed = weight.Success ? flat[..weight.Index] : flat;
        decimal? points = weight.Success ? decimal.Parse(weight.Groups["n"].Value, CultureInfo.InvariantCulture) : null;
        var code = lead.Groups["code"].Value;
        var separated = lead.Groups["mark"].Length > 0;
        var counts = lead.Success && (separated || (code.Length > 1 && char.IsAsciiLetterUpper(code[0]) && (above is null || code.StartsWith(above[..1], StringComparison.Ordinal))));
        var name = weight.Success && weight.Index > flat.Length - rest.Length ? rest[..(weight.Index - (flat.Length - rest.Length))] : rest;
        return counts && name.Length > 0 ? new(code, name, points, printed) : new(null, printed, points, printed);
    }

    [GeneratedRegex(@"[\s\u3000\u00A0\u200B]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[（(](?:权重|分值)?[:：]?(?<n>\d{1,3}(?:\.\d{1,4})?)(?:%|％|分)[）)]$")]
    private static partial Regex Points();

    [GeneratedRegex(@"^(?<code>[A-Z]\d*|\d{1,2}(?:\.\d{1,2})*)(?<mark>[.．、:：]?\s?)")]
    private static partial Regex Lead();
}
