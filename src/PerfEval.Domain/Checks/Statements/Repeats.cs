using PerfEval.Domain.Checks.Reading;

namespace PerfEval.Domain.Checks.Statements;

/// <summary>Paragraphs that were copied: word for word, nearly so, or inside another one.</summary>
internal static class Repeats
{
    private const int Shingle = 8;
    private const int Shortest = 40;
    private const double Copied = 0.7;

    /// <summary>Checks all of a text.</summary>
    public static void Check(ReadText text, Notes notes)
    {
        var first = new Dictionary<ulong, int>();
        var blocks = text.Blocks.Where(b => !b.InTable).ToList();
        var lengths = new int[blocks.Count];
        for (var i = 0; i < blocks.Count; i++)
        {
            Span<char> letters = new char[blocks[i].End - blocks[i].Start];
            var length = Letters(text.Plain.AsSpan(blocks[i].Start, letters.Length), letters);
            letters = letters[..length];
            lengths[i] = length;
            if (length < Shortest)
            {
                continue;
            }

            var shared = new Dictionary<int, int>();
            var total = 0;
            foreach (var hash in Shingles(letters))
            {
                total++;
                if (!first.TryAdd(hash, i) && first[hash] is var other && other != i)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }
            }

            var (source, count) = shared.Count == 0 ? (-1, 0) : shared.MaxBy(s => s.Value) is var most ? (most.Key, most.Value) : default;
            Judge(text, notes, blocks[i], source < 0 ? default : (blocks[source], lengths[source]), count, shared.Values.Sum(), total);
        }
    }

    private static void Judge(ReadText text, Notes notes, Block block, (Block Block, int Letters) source, int count, int all, int total)
    {
        if (total == 0 || count == 0)
        {
            return;
        }

        var earlier = source.Letters - Shingle + 1;
        var contained = earlier >= Shortest && count >= earlier * Copied;
        if (all < total * Copied && !contained)
        {
            return;
        }

        var start = text.Quote(source.Block.Start, Math.Min(18, source.Block.End - source.Block.Start)).Trim();
        var share = contained && all < total * Copied ? "包含" : all >= total * 0.999 ? "相同" : "基本相同";
        notes.Report(StatementKind.Repeat, Severity.Doubt, new(block.Start, block.End), "", "", $"本段与前面“{start}…”一段内容{share}，像是复制而来。", "请按本部分的要求重写，或删去重复内容。");
    }

    /// <summary>Only letters and digits count; marks and spaces are what copies differ in.</summary>
    private static int Letters(ReadOnlySpan<char> from, Span<char> into)
    {
        var length = 0;
        foreach (var c in from)
        {
            if (char.IsLetterOrDigit(c))
            {
                into[length++] = c;
            }
        }

        return length;
    }

    private static List<ulong> Shingles(ReadOnlySpan<char> letters)
    {
        const ulong Base = 1_000_003;
        ulong hash = 0, drop = 1;
        for (var i = 0; i < Shingle; i++)
        {
            drop *= i == 0 ? 1 : Base;
        }

        var hashes = new List<ulong>(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            hash = unchecked(((i >= Shingle ? hash - (letters[i - Shingle] * drop) : hash) * Base) + letters[i]);
            if (i >= Shingle - 1)
            {
                hashes.Add(hash);
            }
        }

        return hashes;
    }
}
