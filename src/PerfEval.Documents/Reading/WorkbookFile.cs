using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace PerfEval.Documents.Reading;

/// <summary>
/// The gate before a workbook is read: it says by name what a file is that is not wanted, and measures what a zip
/// unpacks to. What the zip says about itself is not believed.
/// </summary>
internal static class WorkbookFile
{
    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const long LargestUnpacked = 200L * 1024 * 1024;
    private const long LargestTexts = 60L * 1024 * 1024;
    private const long RatioFrom = 4 * 1024 * 1024;
    private const int MostRatio = 200;
    private const int MostEntries = 2000;
    private const string SaveAs = "请在 Excel 或 WPS 中另存为 .xlsx 后重新上传";

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        [".et"] = "是 WPS 的 .et 格式",
        [".ett"] = "是 WPS 的 .ett 模板格式",
        [".ods"] = "是 .ods 格式",
        [".numbers"] = "是 Numbers 格式",
    };

    /// <summary>What a file is, when it is worth reading.</summary>
    /// <exception cref="UnreadableTable">It is not; the message says why and what to do.</exception>
    public static FileKind Admit(byte[] content, string fileName)
    {
        if (content.Length == 0)
        {
            throw new UnreadableTable($"文件“{fileName}”是空的，请重新选择");
        }

        if (content.Length > LargestFile)
        {
            throw new UnreadableTable(TooLarge(fileName));
        }

        if (OtherNames.TryGetValue(Path.GetExtension(fileName), out var other))
        {
            throw new UnreadableTable($"文件“{fileName}”{other}；{SaveAs}");
        }

        var kind = FileKinds.Of(content);
        switch (kind)
        {
            case FileKind.Zip:
                AdmitZip(content, fileName);
                return kind;
            case FileKind.Ole when IsEncrypted(content):
                throw new UnreadableTable($"文件“{fileName}”加了打开密码，不能读取；请取消密码后重新上传");
            case FileKind.Ole or FileKind.Text:
                return kind;
            case FileKind.Pdf:
                throw new UnreadableTable($"文件“{fileName}”是 PDF，不是表格；请上传 .xlsx、.xls 或 .csv");
            default:
                throw new UnreadableTable($"文件“{fileName}”不是表格；请上传 .xlsx、.xls 或 .csv");
        }
    }

    /// <summary>What is said about a file that is too large, also when only its size is known.</summary>
    public static string TooLarge(string fileName) =>
        $"文件“{fileName}”超过{LargestFile / 1024 / 1024} MB，没有读取；请删去图片和用不到的工作表，或分成几份上传";

    /// <summary>What is said about a file in which reading failed.</summary>
    public static UnreadableTable Broken(string fileName) => new($"文件“{fileName}”不是能读取的表格，或已损坏；{SaveAs}");

    private static void AdmitZip(byte[] content, string fileName)
    {
        if (Entries(content) is not { } count)
        {
            throw Broken(fileName);
        }

        if (count > MostEntries)
        {
            throw new UnreadableTable($"文件“{fileName}”内含的部件超过{MostEntries}个，不像正常的工作簿，没有读取；{SaveAs}");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("xl/workbook.xml") && !names.Contains("xl/workbook.bin") && !names.Any(n => n.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
            {
                var what = names.Any(n => n.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? "是 Word 文档，不是表格"
                    : names.Any(n => n.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? "是演示文稿，不是表格"
                    : names.Contains("content.xml") ? "是 .ods 格式" : "是压缩包，不是表格";
                throw new UnreadableTable($"文件“{fileName}”{what}；{SaveAs}");
            }

            Measure(zip, fileName);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            throw Broken(fileName);
        }
    }

    private static void Measure(ZipArchive zip, string fileName)
    {
        var (buffer, total) = (ArrayPool<byte>.Shared.Rent(1 << 16), 0L);
        try
        {
            foreach (var entry in zip.Entries)
            {
                var (unpacked, limit) = (0L, entry.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? LargestTexts : LargestUnpacked);
                using var stream = entry.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    (unpacked, total) = (unpacked + read, total + read);
                    if (unpacked > limit || total > LargestUnpacked || (unpacked > RatioFrom && unpacked / Math.Max(1, entry.CompressedLength) > MostRatio))
                    {
                        throw new UnreadableTable(
                            $"文件“{fileName}”解压后异常大（像是压缩炸弹，或带有大量空行），没有读取；请删去多余的空行和工作表，另存为 .xlsx 后重新上传");
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The archive class reads the whole directory at once, so the number of entries is looked at before. Its own reading
    // fails when this number is a lie; 0xFFFF stands for "more than fit here".
    private static int? Entries(byte[] content)
    {
        var tail = content.AsSpan(Math.Max(0, content.Length - 65_557));
        var at = tail.LastIndexOf("PK\u0005\u0006"u8);
        return at < 0 || at + 12 > tail.Length ? null : tail[at + 10] | (tail[at + 11] << 8);
    }

    private static bool IsEncrypted(byte[] content) => content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
}
