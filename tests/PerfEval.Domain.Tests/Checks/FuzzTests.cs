using System.Diagnostics;
using System.Text;
using PerfEval.Domain.Checks;

namespace PerfEval.Domain.Tests.Checks;

/// <summary>Whatever comes in, the checks answer, and in time that grows with the text and not with its square.</summary>
public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "1", "23", "456.78", "9999999999999999999999999999", "0.00000000000000000000001", "１２，３４５．６", "1,234,567", "1.2.3.4", "万元", "亿元", "元", "元/人", "%", "％", "人", "户",
        "其中：", "其中", "包括", "合计", "共计", "共", "占", "的", "完成率", "执行率", "结余", "支出", "预算", "收到", "每人", "每户每月", "×", "*", "=", "＝", "÷", "+", "-", "/", "(", "（", ")", "）", "〔2020〕1号",
        "，", "；", "。", "、", "：", "\n", "\t", "|", "2023年", "2月30日", "13月", "年", "壹佰", "元整", "〇", "亿亿", "万万万", "百分之", "分之", "点", "由", "增加到", "增长", "下降", "比上年", "全部完成", "全部用于", "附表",
        "见下表", "等级为", "优", "分", "分别为", "[bookmark:", "]", "\u0000", "\uD83D", "😀", " ", "　", "\r\n", "第", "号", "~", "—", "至", "约", "以上", "余", "-5", "项目经费安排情况良好",
    ];

    [Fact]
    public void Random_texts_never_throw() => Run(600, 11);

    [Fact]
    [Trait("Category", "Long")]
    public void Ten_thousand_random_texts_never_throw() => Run(10_000, 2026);

    public static TheoryData<string> Repeated() =>
    [
        "9", "其中", "共1元、", "其中：1元；", "（", "1×", "1人×1元/人=1元", "全部完成率50%", "结余1元支出2元预算3元", "每人1元共2元3人", "占1元的2%", "项目",
        "万", "\t1\n", "|1|2|\n", "a\tb\n\n", "1\t2\t3\n合计\t4\t5\n", "见下表", "2023年2月30日至", "增长5%由3元到", "[bookmark:", "3个，分别为甲、乙",
    ];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Forty_thousand_characters_of_anything_take_no_longer_than_they_should(string piece) => Grows(piece, 40_000);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Repeated))]
    public void Half_a_megabyte_of_anything_takes_no_longer_than_it_should(string piece) => Grows(piece, 500_000);

    // Four times the text may take four times the time; a square would take sixteen. Other tests run beside this one, so
    // that a slow measurement is taken again; a square stays one.
    private static void Grows(string piece, int length)
    {
        var measured = new List<string>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var (small, large) = (Time(piece, length / 4), Time(piece, length));
            measured.Add($"{small.TotalMilliseconds:F0} ms, then {large.TotalMilliseconds:F0} ms");
            if (large < TimeSpan.FromMilliseconds(length / 333) || large < small * 9)
            {
                return;
            }
        }

        Assert.Fail($"“{piece}”: {string.Join("; ", measured)}");
    }

    private static TimeSpan Time(string piece, int length)
    {
        var text = new StringBuilder(length).Insert(0, piece, length / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        TextCheck.Of(text);
        return watch.Elapsed;
    }

    private static void Run(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var pieces = random.Next(1, 120); pieces > 0; pieces--)
            {
                text.Append(random.Next(8) == 0 ? ((char)random.Next(0x20, 0xFFFF)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            var result = TextCheck.Of(text.ToString());
            Assert.All(result.Findings, f =>
            {
                var place = Assert.IsType<CheckPlace.Words>(f.Place);
                Assert.True(place.Start >= 0 && place.Length >= 1 && place.End <= text.Length, $"{place} in {text.Length}");
                Assert.Equal(text.ToString(place.Start, place.Length), f.Quote);
            });
            Assert.All(result.Verified, v => Assert.True(v.Place.Start >= 0 && v.Place.End <= text.Length));
        }
    }
}
