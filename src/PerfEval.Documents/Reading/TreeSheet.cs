using PerfEval.Documents.Excel;
using PerfEval.Domain.Indicators;

namespace PerfEval.Documents.Reading;

/// <summary>Where the rule of a leaf that came in comes from.</summary>
public enum RuleOrigin
{
    /// <summary>It stood in the file.</summary>
    Given,

    /// <summary>It was read from the 评分标准 and is to be looked at.</summary>
    Proposed,

    /// <summary>待定: the text leaves something open, or there is none.</summary>
    Open,
}

/// <summary>What became of the rule of a leaf.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Words">The rule in words; or what is open, a Chinese sentence.</param>
public sealed record LeafOrigin(RuleOrigin Origin, string Words);

/// <summary>An indicator tree as it was found in a file.</summary>
/// <param name="Tree">A draft that is stored nowhere, as far as the file could be understood.</param>
/// <param name="Faults">Everything that is wrong, in the order of the file; a file with faults is not imported.</param>
/// <param name="Notes">What a person should know: sums that do not add up, rows that were passed over.</param>
/// <param name="Origins">Each leaf's rule, by code.</param>
public sealed record TreeSheet(
    IndicatorTree Tree, IReadOnlyList<CellFault> Faults, IReadOnlyList<string> Notes, IReadOnlyDictionary<string, LeafOrigin> Origins);
