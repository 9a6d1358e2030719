using PerfEval.Documents.Model;
using static PerfEval.Documents.Tests.Typesetting.Pages;

namespace PerfEval.Documents.Tests.Typesetting;

/// <summary>避头尾, unbroken numbers and straight edges over random paragraphs (GB/T 15834-2011 §5.1).</summary>
public class LineTests
{
    private const string NeverFirst = "，。、；：？！）》」』”’…·—～%~〕〉】•";
    private const string NeverLast = "（《「『“‘〔〈【";

    [Fact]
    public void No_line_begins_or_ends_wrongly_and_edges_are_straight()
    {
        var random = new Random(20260921);
        for (var i = 0; i < 200; i++)
        {
            var text = RandomText.Paragraph(random);
            var document = Set(new Paragraph(text));
            var lines = Lines(document);

            Assert.Equal(Bare(text), Bare(AllText(document)));
            Assert.All(document.Pages, (_, p) => Assert.InRange(lines.Count(l => l.Page == p), 0, 22));
            foreach (var (line, index) in lines.Select((l, n) => (l, n)))
            {
                Assert.InRange(line.Right, 0, Left + Width + 0.01);
                if (index > 0)
                {
                    Assert.DoesNotContain(line.Text[0], NeverFirst);
                }

                if (index < lines.Count - 1)
                {
                    Assert.DoesNotContain(line.Text[^1], NeverLast);
                    Assert.InRange(line.Right, Left + Width - 0.3, Left + Width + 0.3);
                }
            }

            NothingIsTorn(text, lines);
        }
    }

    private static void NothingIsTorn(string text, List<FoundLine> lines)
    {
        foreach (var (line, next) in lines.Zip(lines.Skip(1)))
        {
            var (end, begin) = (line.Text[^1], next.Text[0]);
            Assert.False(char.IsDigit(end) && (char.IsDigit(begin) || "元年月日万季%,.".Contains(begin)), $"{line.Text}|{next.Text} in {text}");
            Assert.False((end == ',' || end == '.') && char.IsDigit(begin), $"{line.Text}|{next.Text}");
            Assert.False(end == begin && end is '—' or '…' && line.Text.Length > 1 && line.Text[^2] != end, $"{line.Text}|{next.Text}");
            Assert.False(char.IsAsciiLetter(end) && char.IsAsciiLetter(begin), $"{line.Text}|{next.Text}");
            Assert.False(end == '万' && begin == '元', $"{line.Text}|{next.Text}");
        }
    }

    [Theory]
    [InlineData("1,119,231.68元")]
    [InlineData("219.72万元")]
    [InlineData("2024年")]
    [InlineData("-63.5%")]
    [InlineData("１２３，４５６元")]
    [InlineData("¥1,234.00")]
    [InlineData("COVID-19")]
    [InlineData("12个百分点")]
    [InlineData("430.07 万元")]
    [InlineData("﹝2016﹞")]
    [InlineData("——")]
    [InlineData("……")]
    [InlineData("第12次")]
    public void A_piece_is_never_torn_wherever_it_falls(string piece)
    {
        for (var before = 1; before < 60; before++)
        {
            var lines = Lines(Set(new Paragraph(Hanzi(before) + piece + Hanzi(40))));

            Assert.Single(lines, l => l.Text.Contains(piece));
            Assert.All(lines.SkipLast(1), l => Assert.Equal(Left + Width, l.Right, 1));
        }
    }

    [Theory]
    [InlineData("（（（（（（（（（（")]
    [InlineData("1234567890")]
    [InlineData("abcdefghij")]
    [InlineData("。。。。。。。。。。")]
    [InlineData("——————————")]
    [InlineData("12,345.6,7")]
    [InlineData("a b c d e ")]
    public void What_is_wider_than_a_line_is_cut_but_complete(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 30));
        var document = Set(new Paragraph(text));

        Assert.Equal(Bare(text), Bare(AllText(document)));
        Assert.All(Lines(document), l => Assert.InRange(l.Right, 0, Left + Width + 0.01));
        Assert.All(Lines(document).SkipLast(1), l => Assert.Equal(Left + Width, l.Right, 1));
    }

    [Fact]
    public void A_mark_at_the_end_is_squeezed_to_half_when_the_line_then_closes()
    {
        // 27 cells of hanzi and one digit of half a cell, then a comma: its empty half gives way.
        var lines = Lines(Set(new Paragraph(Hanzi(26) + Hanzi(27) + "5，" + Hanzi(10))));

        Assert.EndsWith("5，", lines[1].Text);
        Assert.Equal(Left + Width, lines[1].Right, 2);
    }

    [Fact]
    public void Words_in_latin_wrap_at_spaces()
    {
        var text = string.Concat(Enumerable.Repeat("Performance evaluation of budget projects ", 20));
        var lines = Lines(Set(new Paragraph(text)));

        Assert.Equal(text.Trim().Split(' '), string.Join(' ', lines.Select(l => l.Text)).Split(' '));
        Assert.All(lines.SkipLast(1), l => Assert.Equal(Left + Width, l.Right, 1));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_are_one_character()
    {
        var document = Set(new Paragraph(string.Concat(Enumerable.Repeat("𠮷", 60))));

        Assert.Equal([26, 28, 6], document.Pages[0].Runs.Take(3).Select(r => r.Glyphs.Count));
    }
}
