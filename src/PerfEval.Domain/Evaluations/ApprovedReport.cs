namespace PerfEval.Domain.Evaluations;

/// <summary>
/// The report as it was at 定稿: its bytes, and what they were made from. Every later download serves these bytes,
/// whatever fonts or engine come later.
/// </summary>
public sealed class ApprovedReport
{
    /// <summary>Characters of a code.</summary>
    public const int CodeLength = 12;

    private ApprovedReport()
    {
    }

    /// <summary>Files a report.</summary>
    /// <param name="evaluationId">The evaluation.</param>
    /// <param name="at">Time of 定稿, UTC.</param>
    /// <param name="pdf">The file.</param>
    /// <param name="sha256">Its SHA-256, hexadecimal.</param>
    /// <param name="records">What was printed, as JSON.</param>
    /// <param name="engine">Version of the engine.</param>
    /// <param name="fonts">Names and hashes of the faces.</param>
    public ApprovedReport(int evaluationId, DateTime at, byte[] pdf, string sha256, string records, string engine, string fonts)
    {
        (Id, EvaluationId, At, Pdf, Sha256) = (Guid.NewGuid(), evaluationId, at, pdf, sha256);
        (Records, Engine, Fonts) = (records, engine, fonts);
        Code = sha256[..CodeLength].ToUpperInvariant();
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The evaluation.</summary>
    public int EvaluationId { get; private set; }

    /// <summary>Time of 定稿, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The file.</summary>
    public byte[] Pdf { get; private set; } = [];

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>校验码: short code by which the paper can be looked up.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What was printed, as JSON.</summary>
    public string Records { get; private set; } = "";

    /// <summary>Version of the engine.</summary>
    public string Engine { get; private set; } = "";

    /// <summary>Names and hashes of the faces.</summary>
    public string Fonts { get; private set; } = "";
}
