using System.IO.Compression;
using System.Text;
using PerfEval.Documents.Excel;
using PerfEval.Documents.Reading;
using PerfEval.Domain;

namespace PerfEval.Tests.Excel;

/// <summary>Files that are not wanted are refused by name, with what to do instead, and before they cost anything.</summary>
public sealed class RefusedFilesTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Made when they are needed: the runner would write every byte of them into the names of the tests.
    private static readonly (string Name, Func<byte[]> Content, string Expected)[] Files =
    [
        ("明细.xlsx", Array.Empty<byte>, "文件“明细.xlsx”是空的，请重新选择"),
        ("明细.et", () => [.. Ole, 0, 0, 0], "文件“明细.et”是 WPS 的 .et 格式；请在 Excel 或 WPS 中另存为 .xlsx 后重新上传"),
        ("明细.xlsx", () => [.. Ole, 0, .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0], "加了打开密码，不能读取；请取消密码后重新上传"),
        ("明细.xls", () => [.. Ole, 0, 1, 2, 3], "不是能读取的表格，或已损坏；请在 Excel 或 WPS 中另存为 .xlsx 后重新上传"),
        ("明细.pdf", () => "%PDF-1.7 abc"u8.ToArray(), "是 PDF，不是表格；请上传 .xlsx、.xls 或 .csv"),
        ("照片.xlsx", () => [0x89, 0x50, 0, 1, 2, 3], "不是表格；请上传 .xlsx、.xls 或 .csv"),
        ("说明.docx", () => Zip(("word/document.xml", "<w/>")), "是 Word 文档，不是表格；请在 Excel 或 WPS 中另存为 .xlsx"),
        ("明细.ods", () => Zip(("content.xml", "<o/>")), "是 .ods 格式；请在 Excel 或 WPS 中另存为 .xlsx"),
        ("资料.zip", () => Zip(("a.txt", "a")), "是压缩包，不是表格；请在 Excel 或 WPS 中另存为 .xlsx"),
        ("明细.xlsx", () => Zip(("xl/workbook.xml", "<workbook")), "不是能读取的表格，或已损坏"),
        ("明细.xlsx", () => "PK\u0003\u0004 broken"u8.ToArray(), "不是能读取的表格，或已损坏"),
        ("明细.xlsx", () => new Book().Sheet("表一", ["收入", "金额"]).Sheet("表二", ["序号"]).ToBytes(), "没有找到支出明细的表头（看了工作表“表一”“表二”）；表头应有“项目”和“实际拨款”或“实际支出”，请对照模板"),
        ("明细.xlsx", () => new Book().Sheet("表", ["活动内容", "项目", "实施单位"], ["a", "b", "c"]).ToBytes(), "表头缺少“实际拨款”和“实际支出”，至少要有一列"),
        ("明细.xlsx", () => new Book().Sheet("表", ["项目", "实际支出"]).ToBytes(), "只有表头，没有内容"),
        ("明细.xlsx", () => new Book().Sheet("表", ["项目", "实际支出", "PerfEval.Template=spending/0;00000000000000000000000000000001;2024;甲"], ["a", 1]).ToBytes(), "是旧版模板（第0版，现为第1版）；请重新下载模板，把内容复制到新模板后上传"),
        ("明细.xlsx", () => new Book().Sheet("表", ["项目", "实际支出", "PerfEval.Template=spending/9;00000000000000000000000000000001;2024;甲"], ["a", 1]).ToBytes(), "模板版本（第9版）比系统新"),
        ("明细.csv", () => [.. "项目,实际支出\n"u8.ToArray(), .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5001).Select(i => $"a{i},1\n")))], "有5001行，每次最多5000行，请分成几份上传"),
        ("明细.xlsx", () => new byte[50 * 1024 * 1024], "文件“明细.xlsx”超过20 MB，没有读取；请删去图片和用不到的工作表，或分成几份上传"),
        ("明细.xlsx", () => Zip(("xl/workbook.xml", "<a/>"), ("xl/worksheets/sheet1.xml", new string('0', 30_000_000))), "解压后异常大（像是压缩炸弹，或带有大量空行），没有读取"),
        ("明细.xlsx", () => Zip([("xl/workbook.xml", "<a/>"), .. Enumerable.Range(0, 2500).Select(i => ($"xl/media/{i}.xml", "a"))]), "内含的部件超过2000个"),
    ];

    public static TheoryData<int> Wrong => [.. Enumerable.Range(0, Files.Length)];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_file_that_is_not_wanted_is_refused_by_name_with_the_remedy(int number)
    {
        var (name, content, expected) = Files[number];
        var said = SomeProject.Refusal(content(), name);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Contains($"“{name}”", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_whose_headers_lie_about_its_size_is_measured()
    {
        var bomb = Zip(("xl/workbook.xml", "<a/>"), ("xl/worksheets/sheet1.xml", new string(' ', 30_000_000)));
        var size = BitConverter.GetBytes(30_000_000);
        for (var at = bomb.AsSpan().IndexOf(size); at >= 0; at = bomb.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(100).CopyTo(bomb, at);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(SomeProject.Refusal(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void An_archive_inside_is_never_opened()
    {
        var book = new Book().Sheet("表", ["项目", "实际支出"], ["办公", 1]);
        book.Besides.Add(("xl/embeddings/inner.zip", Convert.ToBase64String(Zip(("bomb.xml", new string('0', 20_000_000))))));
        Assert.Single(SpendingReader.Read(book.ToBytes(), "明细.xlsx").Lines);
    }

    [Fact]
    public void The_template_of_another_project_is_refused_with_its_name()
    {
        var other = SomeProject.With(SomeProject.Entry("春节慰问"));
        var refused = Assert.Throws<RuleBroken>(() => SomeProject.With().Preview(SpendingWorkbook.Template(other)));
        Assert.Equal("文件“明细.xlsx”是项目“工作经费”（2024年度）的模板，不能导入到“工作经费”（2024年度）；请下载本项目的模板，或打开那个项目的导入页面", refused.Message);
    }

    [Fact]
    public void A_large_file_is_refused_by_its_size_alone() => Assert.Contains("超过20 MB", SpendingReader.Refuses(50_000_000, "a.xlsx")!, StringComparison.Ordinal);

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (path, text) in entries)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
