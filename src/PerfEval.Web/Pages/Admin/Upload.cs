using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PerfEval.Documents.Reading;
using PerfEval.Domain;

namespace PerfEval.Web.Pages.Admin;

/// <summary>
/// A list on its way from the file through the preview to the import. Between the two posts the rows travel in a
/// hidden field, sealed for this person, this list and one hour: what is imported is what was shown.
/// </summary>
internal sealed class Upload(IDataProtectionProvider protection, string list, int userId)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("PerfEval.Import", list, $"{userId}").ToTimeLimitedDataProtector();

    /// <summary>Reads the chosen file.</summary>
    /// <exception cref="RuleBroken">No file, or none that can be read; the message says what to do.</exception>
    public static async Task<Table> ReadAsync(IFormFile? file, string field, IReadOnlyList<string> columns, CancellationToken cancel)
    {
        if (file is null)
        {
            throw new RuleBroken("请选择文件（.xlsx、.xls 或 .csv）", field);
        }

        if (file.Length > TableReader.LargestFile)
        {
            throw new RuleBroken($"文件“{file.FileName}”超过{TableReader.LargestFile / 1024 / 1024} MB，请分成几份上传", field);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        try
        {
            return TableReader.Read(content.ToArray(), Path.GetFileName(file.FileName), columns);
        }
        catch (UnreadableTable unreadable)
        {
            throw new RuleBroken(unreadable.Message, field);
        }
    }

    /// <summary>The rows as a sealed text for a hidden field.</summary>
    public string Pack<T>(IReadOnlyList<T> rows)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(brotli, rows);
        }

        return Convert.ToBase64String(seal.Protect(packed.ToArray(), Kept));
    }

    /// <summary>The rows of a sealed text.</summary>
    /// <exception cref="RuleBroken">It is too old, or was not sealed here for this person.</exception>
    public IReadOnlyList<T> Unpack<T>(string? text)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(seal.Unprotect(Convert.FromBase64String(text ?? ""))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<List<T>>(brotli) ?? [];
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            throw new RuleBroken("校验结果已过期，请重新选择文件");
        }
    }
}
