namespace PerfEval.Domain.Checks.Reading;

/// <summary>A paragraph, a list with the line that announces it, or a cell of a table.</summary>
internal readonly record struct Block(int Start, int End, bool InTable)
{
    public Stretch Stretch => new(Start, End);
}

/// <summary>Divides a text into blocks and blocks into sentences.</summary>
internal static class Blocks
{
    /// <summary>A line at least this long that ends without a mark was broken by the page, not by the writer.</summary>
    private const int BrokenLine = 28;

    /// <summary>The blocks outside tables line by line, and every cell with something in it.</summary>
    public static List<Block> Of(string plain, IReadOnlyList<TextTable> tables)
    {
        var blocks = new List<Block>();
        var table = 0;
        foreach (var line in TableLines.Lines(plain))
        {
            while (table < tables.Count && tables[table].End < line.Start)
            {
                table++;
            }

            if (table < tables.Count && line.Start >= tables[table].Start && line.End <= tables[table].End)
            {
                if (line.Start == tables[table].Start)
                {
                    blocks.AddRange(tables[table].Rows.SelectMany(r => r).Where(c => c.Length > 0).Select(c => new Block(c.Start, c.End, true)));
                }
            }
            else if (!plain.AsSpan(line.Start, line.Length).IsWhiteSpace())
            {
                Add(plain, blocks, line);
            }
        }

        return blocks;
    }

    /// <summary>The sentences of all blocks.</summary>
    public static List<Stretch> Sentences(string plain, IReadOnlyList<Block> blocks)
    {
        var sentences = new List<Stretch>();
        foreach (var block in blocks)
        {
            var start = block.Start;
            for (var i = block.Start; i < block.End; i++)
            {
                if (plain[i] is '。' or '！' or '？')
                {
                    sentences.Add(new(start, i + 1));
                    start = i + 1;
                }
            }

            if (start < block.End)
            {
                sentences.Add(new(start, block.End));
            }
        }

        return sentences;
    }

    private static void Add(string plain, List<Block> blocks, Stretch line)
    {
        if (blocks.Count > 0 && !blocks[^1].InTable && Continues(plain, blocks[^1], line))
        {
            blocks[^1] = blocks[^1] with { End = line.End };
        }
        else
        {
            blocks.Add(new(line.Start, line.End, false));
        }
    }

    private static bool Continues(string plain, Block block, Stretch line)
    {
        var before = plain.AsSpan(block.Start, block.End - block.Start).TrimEnd();
        var next = plain.AsSpan(line.Start, line.Length).TrimStart();
        var last = before[^1];
        var lastLine = before[(before.LastIndexOf('\n') + 1)..];
        if (last is ':' or '；' or ';' or '，' or '、')
        {
            return true;
        }

        var numbered = IsItem(next);
        if (numbered)
        {
            // The items of a list that a line with a colon announced may end like sentences.
            return IsItem(lastLine.TrimStart()) && before[..^lastLine.Length].TrimEnd() is [.., ':'] or [.., ';'] or [.., '；'] or [.., '。'] && before.Contains(":\n", StringComparison.Ordinal);
        }

        return last is not ('。' or '！' or '？' or '”' or ')') && lastLine.Length >= BrokenLine && !IsHeading(next);
    }

    private static bool IsItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('(');
        return line.Length > 1 && char.IsAsciiDigit(line[0]) && line[1..Math.Min(line.Length, 3)].IndexOfAny(".、)") >= 0;
    }

    /// <summary>True for a line that begins with a numbering of headings.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
    {
        line = line.TrimStart().TrimStart('(');
        var digits = 0;
        while (digits < line.Length && digits < 3 && (ChineseNumerals.IsNumeral(line[digits]) || char.IsAsciiDigit(line[digits])))
        {
            digits++;
        }

        return digits > 0 && digits < line.Length && line[digits] is '、' or ')' or '.' or '是' || line.StartsWith("第") || line.StartsWith("附");
    }
}
