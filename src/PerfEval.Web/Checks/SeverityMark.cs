using PerfEval.Domain.Checks;

namespace PerfEval.Web.Checks;

/// <summary>How the pages draw a severity.</summary>
public static class SeverityMark
{
    /// <summary>Kind of a mark: error, doubt or none; what is missing is drawn as an error.</summary>
    public static string Mark(this Severity severity) => severity switch
    {
        Severity.Error or Severity.Missing => "error",
        Severity.Doubt => "doubt",
        _ => "none",
    };
}
