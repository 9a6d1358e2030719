using System.Text;
using PerfEval.Documents.Reading;
using PerfEval.Domain;
using PerfEval.Domain.Projects;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Projects;

/// <summary>What a file is, its content says; what its name promises must not contradict it.</summary>
public sealed class EvidenceKindTests
{
    public static TheoryData<string, byte[], EvidenceKind, string> Accepted() => new()
    {
        { "合同.pdf", Specimens.Pdf(), EvidenceKind.Pdf, "application/pdf" },
        { "扫描.PDF", [.. Encoding.ASCII.GetBytes("scanner\r\n"), .. Specimens.Pdf()], EvidenceKind.Pdf, "application/pdf" },
        { "照片.png", Specimens.Png, EvidenceKind.Picture, "image/png" },
        { "照片.jpg", Specimens.Png, EvidenceKind.Picture, "image/png" },
        { "照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], EvidenceKind.Picture, "image/jpeg" },
        { "图.gif", Encoding.ASCII.GetBytes("GIF89a123"), EvidenceKind.Picture, "image/gif" },
        { "图.bmp", [0x42, 0x4D, 9, 9, 9, 9, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0], EvidenceKind.Picture, "image/bmp" },
        { "图.tif", [0x49, 0x49, 0x2A, 0, 8, 0], EvidenceKind.Picture, "image/tiff" },
        { "图.webp", Encoding.ASCII.GetBytes("RIFF1234WEBPVP8 "), EvidenceKind.Picture, "image/webp" },
        { "手机.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], EvidenceKind.Picture, "image/heic" },
        { "通知.docx", Specimens.Docx, EvidenceKind.Word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "台账.xlsx", Specimens.Xlsx, EvidenceKind.Excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "汇报.pptx", Specimens.Zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "")), EvidenceKind.Presentation, "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "公文.ofd", Specimens.Zip(("OFD.xml", "<OFD/>"), ("Doc_0/Document.xml", "")), EvidenceKind.Ofd, "application/ofd" },
        { "表.ods", Specimens.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), EvidenceKind.Excel, "application/vnd.oasis.opendocument.spreadsheet" },
        { "通知.doc", Specimens.Ole("WordDocument"), EvidenceKind.Word, "application/msword" },
        { "通知.wps", Specimens.Ole("WordDocument"), EvidenceKind.Word, "application/msword" },
        { "台账.xls", Specimens.Ole("Workbook"), EvidenceKind.Excel, "application/vnd.ms-excel" },
        { "台账.et", Specimens.Ole("Workbook"), EvidenceKind.Excel, "application/vnd.ms-excel" },
        { "汇报.ppt", Specimens.Ole("PowerPoint Document"), EvidenceKind.Presentation, "application/vnd.ms-powerpoint" },
        { "加密.docx", Specimens.Ole("EncryptedPackage"), EvidenceKind.Word, "application/msword" },
        { "旧.rtf", Encoding.ASCII.GetBytes("{\\rtf1 }"), EvidenceKind.Word, "application/rtf" },
        { "说明.txt", Encoding.UTF8.GetBytes("MZ开头的说明，#！也可以"), EvidenceKind.Text, "text/plain" },
        { "名单.csv", [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0x31], EvidenceKind.Text, "text/plain" },
        { "记事本.txt", [0xFF, 0xFE, 0x4B, 0x6D], EvidenceKind.Text, "text/plain" },
        { "现场.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], EvidenceKind.Media, "video/mp4" },
        { "录音.mp3", [.. "ID3"u8, 3, 0], EvidenceKind.Media, "audio/mpeg" },
        { "照片.zip", Specimens.Zip(("一.jpg", "x"), ("程序.exe", "MZ")), EvidenceKind.Archive, "application/zip" },
        { "照片.rar", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 1, 0], EvidenceKind.Archive, "application/vnd.rar" },
        { "照片.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], EvidenceKind.Archive, "application/x-7z-compressed" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Known_files_are_known_by_content(string name, byte[] content, EvidenceKind kind, string mediaType)
    {
        var (found, stored) = EvidenceKinds.Recognise(new MemoryStream(content), name);
        Assert.Equal((kind, mediaType, name), (found.Kind, found.MediaType, stored));
    }

    public static TheoryData<string, byte[], string> Refused() => new()
    {
        { "空.pdf", [], "是空的" },
        { "假.pdf", Specimens.Exe, "内容是程序" },
        { "脚本.txt", Encoding.ASCII.GetBytes("#!/bin/sh\nrm -rf ~\n"), "内容是程序" },
        { "程序", [0x7F, 0x45, 0x4C, 0x46, 2, 1], "内容是程序" },
        { "快捷方式.pdf", [0x4C, 0, 0, 0, 1, 0x14, 2, 0], "内容是程序" },
        { "合同.pdf.exe", Specimens.Pdf(), "程序、脚本、网页" },
        { "页.html", Encoding.UTF8.GetBytes("<html>"), "程序、脚本、网页" },
        { "图.SVG", Encoding.UTF8.GetBytes("<svg/>"), "程序、脚本、网页" },
        { "宏.xlsm", Specimens.Xlsx, "带宏" },
        { "宏.xlsx", Specimens.Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", ""), ("xl/vbaProject.bin", "x")), "带有宏，不能上传；请另存为不带宏的 .xlsx" },
        { "导出.xls", Encoding.UTF8.GetBytes("\uFEFF\r\n <!-- 系统导出 --> <HTML><table>"), "内容是网页" },
        { "图.png", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>"), "内容是网页或 SVG" },
        { "图.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<script>")).ToArray(), "内容是网页或 SVG" },
        { "照片.pdf", Specimens.Png, "扩展名是 .pdf，内容却是图片，下载后会打不开；请把扩展名改为 .png" },
        { "表.docx", Specimens.Xlsx, "内容却是表格" },
        { "表.doc", Specimens.Ole("Workbook"), "内容却是表格" },
        { "安装.doc", Specimens.Ole("\u4840\u3f3f"), "不能识别" },
        { "截断.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "不能识别" },
        { "乱.bin", [1, 2, 3, 0, 5], "不能识别" },
        { "乱.txt", [1, 2, 3, 0, 5], "不能识别" },
        { "设置.ini", Encoding.UTF8.GetBytes("a=1"), "不能识别" },
        { "坏.docx", Specimens.Docx[..60], "已损坏" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_evidence_is_refused_with_its_name_and_a_remedy(string name, byte[] content, string sentence)
    {
        var broken = Assert.Throws<RuleBroken>(() => EvidenceKinds.Recognise(new MemoryStream(content), name));
        Assert.Contains(sentence, broken.Message, StringComparison.Ordinal);
        Assert.Contains($"“{name}”", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("扫描件", "扫描件.pdf"), InlineData("合同2024.3", "合同2024.3.pdf"), InlineData("合同.", "合同..pdf")]
    public void A_name_without_known_ending_gets_the_right_one(string sent, string stored) =>
        Assert.Equal(stored, EvidenceKinds.Recognise(new MemoryStream(Specimens.Pdf()), sent).Name);

    [Fact]
    public void A_long_name_keeps_its_limit_with_the_ending() =>
        Assert.Equal(EvidenceFile.NameLength, EvidenceKinds.Recognise(new MemoryStream(Specimens.Pdf()), new string('长', EvidenceFile.NameLength)).Name.Length);

    [Fact]
    public void An_archive_with_too_many_entries_is_not_even_listed()
    {
        var zip = Specimens.Zip([.. Enumerable.Range(0, 20_001).Select(i => ($"{i}", ""))]);
        Assert.Contains("超过20000个", Assert.Throws<RuleBroken>(() => EvidenceKinds.Recognise(new MemoryStream(zip), "多.zip")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_browser_would_run_is_ever_shown()
    {
        var shown = Accepted().Select(a => (string)a[3]).Distinct().Where(EvidenceKinds.IsShown).Order(StringComparer.Ordinal);
        Assert.Equal(["application/pdf", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp"], shown);
    }
}
