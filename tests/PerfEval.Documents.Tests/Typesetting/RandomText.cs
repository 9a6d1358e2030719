using System.Text;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>Paragraphs as they occur in reports and worse: hanzi, marks, quotes, brackets, amounts, dates, words.</summary>
internal static class RandomText
{
    private static readonly string[] Rare =
        ["——", "……", "《中华人民共和国预算法》", "“三公”", "（一）", "1,119,231.68元", "63%", "2023年", "2024年2月18日", "－5%", "219.72万元",
         "COVID-19", "PerfEval", "GB/T 9704-2012", "63%~68%", "2020—2023年", "１２３４元", "第3季度", "东川·铜都", "https://example.gov.cn/a/b", "[2024]3号", "（《‘", "’》）。", "ＡＢ", "A111"];

    public static string Paragraph(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(20, 400);
        while (text.Length < length)
        {
            text.Append(random.Next(10) switch
            {
                < 6 => Pages.Hanzi(random.Next(1, 12), random.Next()),
                < 8 => "，。、；：？！）”》"[random.Next(10)].ToString(),
                _ => Rare[random.Next(Rare.Length)],
            });
        }

        return text.Append('。').ToString();
    }
}
