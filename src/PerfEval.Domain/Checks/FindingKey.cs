using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Domain.Checks;

/// <summary>
/// What makes a finding the same finding tomorrow: its check, its place and its numbers. An answer is kept under this key,
/// so that it holds while nothing changes and the finding comes back as soon as one number does. Words of a text are known
/// by what they say, not by where they stand: typing above them changes nothing.
/// </summary>
public static partial class FindingKey
{
    /// <summary>Characters of a key.</summary>
    public const int Length = 24;

    /// <summary>The key, hexadecimal.</summary>
    public static string Key(this Finding finding)
    {
        var place = finding.Place switch
        {
            CheckPlace.Words words => $"words|{words.Section}|{finding.Quote}",
            CheckPlace.Cell cell => $"cell|{cell.Table}|{cell.Row}|{cell.Column}",
            CheckPlace.Leaf leaf => $"leaf|{leaf.Code}",
            CheckPlace.Whole whole => $"whole|{whole.Part}",
            _ => "",
        };
        var numbers = string.Join('|', Number().Matches($"{finding.Stated} {finding.Computed} {finding.Explanation}").Select(m => m.Value));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule.Code}|{place}|{finding.Subject}|{numbers}"));
        return Convert.ToHexStringLower(hash)[..Length];
    }

    [GeneratedRegex(@"-?\d[\d,]*(\.\d+)?%?")]
    private static partial Regex Number();
}
