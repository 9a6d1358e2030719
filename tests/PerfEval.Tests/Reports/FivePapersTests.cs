
namespace PerfEval.Tests.Reports;

/// <summary>
/// The printed papers against the published ones, letter by letter: the text area of the PDF is the seed in its order.
/// What may stand in it besides, and what may be missing, is listed here; white space does not count.
/// </summary>
public sealed class FivePapersTests(Papers papers) : IClassFixture<Papers>
{
    public static TheoryData<string> Keys => Papers.Keys;

    [Theory, MemberData(nameof(Keys))]
    public void The_text_area_is_the_paper_word_for_word(string key)
    {
        var match = Collation.Of(key, papers[key]);
        Assert.True(match.Agrees, match.Fault);
        Assert.Equal(key == "004" ? Collation.Kinds.ToHashSet() : [], match.Added.Select(a => a.Kind).ToHashSet());
    }

    [Theory, MemberData(nameof(Keys))]
    public void Outside_the_text_area_stands_the_page_number_alone(string key)
    {
        var (inside, all) = (papers[key].Text(), papers[key].Text(cropped: false));
        Assert.All(inside.Index(), page =>
        {
            Assert.NotEmpty(page.Item);
            Assert.Equal(page.Item.Length + $"—{page.Index + 1}—".Length, all[page.Index].Length);
            Assert.Equal($"—{page.Index + 1}—", all[page.Index].Replace(page.Item, "", StringComparison.Ordinal));
        });
    }

    /// <summary>The collation is not blind: each piece taken out, and a word put in anywhere, is noticed.</summary>
    [Theory, MemberData(nameof(Keys))]
    public void Any_piece_left_out_and_any_word_put_in_would_be_noticed(string key)
    {
        var pages = papers[key].Text();
        var text = string.Join('\f', pages);
        var looked = 0;
        foreach (var piece in Collation.Pieces(key).Distinct())
        {
            var at = text.IndexOf(piece, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            looked++;
            Assert.False(Collation.Of(key, text.Remove(at, piece.Length)).Agrees, $"nobody misses “{piece}”");
            Assert.False(Collation.Of(key, text.Insert(at, "某某")).Agrees, $"nobody notices a word before “{piece}”");
        }

        Assert.True(looked > 15, $"only {looked} pieces");
    }
}

/// <summary>A seed laid beside the text of a PDF.</summary>
internal sealed class Collation
{
    /// <summary>What the PDF may say beyond the paper, all of it at tables.</summary>
    public static readonly string[] Kinds = ["单位", "表头", "表内合并格"];

    /// <summary>Our tables name their unit; the paper says it in the sentence before the table, if at all.</summary>
    private const string Unit = "单位：元";

    /// <summary>Header rows as the papers print them, repeated on each page of a table.</summary>
    private static readonly string[] Headers =
    [
        "项目名称金额（万元）立项背景立项目的", "实施单位项目名称项目实施情况", "活动内容实施单位实际拨款实际支出结余资金结余原因名称序号项目",
        "实施单位项目名称年度目标", "实施单位项目名称主要绩效完成情况", "一级指标二级指标三级指标四级指标分值得分指标解释评分标准评分说明",
    ];

    private readonly string text;
    private readonly IReadOnlyList<string> pieces;
    private readonly IReadOnlyDictionary<string, int> merged;
    private (int Piece, int At) farthest;

    private Collation(string key, string text)
    {
        (this.text, pieces, merged) = (text, Pieces(key), LabelsMerged(key));
        Agrees = Walk(0, 0, 0, 0);
    }

    public bool Agrees { get; }

    public List<string> Omitted { get; } = [];

    public List<(string Kind, string Text)> Added { get; } = [];

    public string Fault => $"The PDF reads “{Around(text, farthest.At)}” where the paper has “{pieces[Math.Min(farthest.Piece, pieces.Count - 1)]}”";

    public static Collation Of(string key, Pdf pdf) => Of(key, string.Join('\f', pdf.Text()));

    public static Collation Of(string key, string text) => new(key, text);

    /// <summary>Paragraphs and cells of the paper.</summary>
    public static IReadOnlyList<string> Pieces(string key) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Demo", "seeds", $"{key}.txt")).Select(Pdf.Squeeze).Where(p => p.Length > 0)];

    /// <summary>Labels the paper of 004 prints in each row of a group and we print once for the group, as it does in its other groups; and how often.</summary>
    public static IReadOnlyDictionary<string, int> LabelsMerged(string key) => key == "004"
        ? new Dictionary<string, int> { ["2020年“迎新春·送温暖”系列活动"] = 5, ["东川区政府办"] = 1 }
        : [];

    private static string Around(string text, int at) => $"{text[Math.Max(0, at - 30)..at]}▸{text[at..Math.Min(text.Length, at + 40)]}";

    /// <summary>From this letter of this piece, the PDF from here: does it go on to the end?</summary>
    private bool Walk(int piece, int letter, int at, int table)
    {
        while (true)
        {
            if ((piece, at).CompareTo(farthest) > 0)
            {
                farthest = (piece, at);
            }

            if (piece == pieces.Count)
            {
                return at == text.Length && merged.All(m => Omitted.Count(o => o == m.Key) == m.Value);
            }

            if (at < text.Length && text[at] == '\f')
            {
                return NewPage(piece, letter, at + 1, table);
            }

            if (letter == 0)
            {
                if (Stands(Unit, at) && Headers.Any(h => Stands(h, at + Unit.Length)) && Add(Kinds[0], Unit, () => Walk(piece, 0, at + Unit.Length, table)))
                {
                    return true;
                }

                table = Headers.Any(h => h == string.Concat(pieces.Skip(piece).Take(h.Length)).PadRight(h.Length)[..h.Length] && Stands(h, at)) ? piece : table;
                if (merged.ContainsKey(pieces[piece]) && Omit(piece, at, table))
                {
                    return true;
                }
            }

            if (at >= text.Length || text[at] != pieces[piece][letter])
            {
                return false;
            }

            (at, letter) = (at + 1, letter + 1);
            if (letter == pieces[piece].Length)
            {
                (piece, letter) = (piece + 1, 0);
            }
        }
    }

    private bool Omit(int piece, int at, int table)
    {
        // Only below the same label of the same table.
        if (!pieces.Skip(table).Take(piece - table).Contains(pieces[piece]))
        {
            return false;
        }

        Omitted.Add(pieces[piece]);
        if (Walk(piece + 1, 0, at, table))
        {
            return true;
        }

        Omitted.RemoveAt(Omitted.Count - 1);
        return false;
    }

    /// <summary>A page begins in the middle of a text, or with the header of the table and the labels of the merged cells that go on.</summary>
    private bool NewPage(int piece, int letter, int at, int table)
    {
        var unit = Stands(Unit, at) ? Unit : "";
        if (Headers.FirstOrDefault(h => Stands(h, at + unit.Length)) is { } header && string.Concat(pieces.Skip(table).Take(header.Length)).StartsWith(header, StringComparison.Ordinal))
        {
            var labels = pieces.Skip(table).Take(piece - table).Distinct().ToList();
            if (Add(Kinds[1], unit + header, () => Labels(piece, letter, at + unit.Length + header.Length, table, labels, 3)))
            {
                return true;
            }
        }

        return Walk(piece, letter, at, table);
    }

    private bool Labels(int piece, int letter, int at, int table, List<string> labels, int most) =>
        Walk(piece, letter, at, table)
        || (most > 0 && labels.Any(l => Stands(l, at) && Add(Kinds[2], l, () => Labels(piece, letter, at + l.Length, table, labels, most - 1))));

    private bool Add(string kind, string what, Func<bool> goesOn)
    {
        Added.Add((kind, what));
        if (goesOn())
        {
            return true;
        }

        Added.RemoveAt(Added.Count - 1);
        return false;
    }

    private bool Stands(string what, int at) => at <= text.Length && text.AsSpan(at).StartsWith(what, StringComparison.Ordinal);
}
