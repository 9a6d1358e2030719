using System.Security.Cryptography;
using PerfEval.Documents.Fonts;
using PerfEval.Documents.Model;
using PerfEval.Documents.Pdf;
using PerfEval.Documents.Typesetting;

namespace PerfEval.Documents.Writing;

/// <summary>Turns a finished report into the bytes of a PDF in one call. Made once; any number of threads may print.</summary>
public sealed class ReportPrinter
{
    /// <summary>Version of layout and writer: raised whenever the same report would give other bytes.</summary>
    public const string EngineVersion = "1";

    private readonly FontSet fonts;
    private readonly Typesetter typesetter;
    private readonly Lazy<string> fingerprints;

    /// <summary>A printer with the faces of a folder.</summary>
    /// <param name="fontFolder">Folder of a bureau's own faces; null for those that travel with the program.</param>
    /// <param name="options">What the bureau chose; null for the standard.</param>
    /// <exception cref="UnusableFont">A face is missing or cannot be used.</exception>
    public ReportPrinter(string? fontFolder = null, LayoutOptions? options = null)
    {
        fonts = FontFiles.Load(fontFolder);
        typesetter = new Typesetter(fonts, options);
        fingerprints = new(() => string.Join('\n', Directory.EnumerateFiles(fontFolder ?? FontFiles.DefaultFolder, "*.tt?").Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Fingerprint(File.ReadAllBytes(file))}")));
    }

    /// <summary>The PDF of a report. The same report gives the same bytes.</summary>
    /// <param name="report">The report.</param>
    /// <param name="author">The unit it comes from.</param>
    /// <param name="created">Time of its approval, UTC; null while it is a draft.</param>
    /// <exception cref="MissingCharactersException">No face has some of its characters.</exception>
    public byte[] Print(Report report, string? author = null, DateTime? created = null) =>
        PdfWriter.Write(typesetter.Set(report), fonts, new DocumentProperties(report.Subject, "项目支出绩效评价报告", author, created));

    /// <summary>Names and hashes of the face files, so that a later reader knows with what a report was printed.</summary>
    public string FaceFingerprints => fingerprints.Value;

    /// <summary>SHA-256 of the bytes, hexadecimal.</summary>
    public static string Fingerprint(byte[] pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf));
}
