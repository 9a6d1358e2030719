namespace PerfEval.Documents.Typesetting;

/// <summary>How a character behaves at the ends of lines.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Hanzi and everything not named below: a line may break before and after it.</summary>
    Hanzi,

    /// <summary>Opening punctuation: never last on a line.</summary>
    Opening,

    /// <summary>Closing punctuation: never first on a line.</summary>
    Closing,

    /// <summary>Dashes, ellipses, connecting marks, unit signs: never first on a line.</summary>
    NotFirst,

    /// <summary>Digit, full-width ones too.</summary>
    Digit,

    /// <summary>Letter of a Latin, Greek or Cyrillic word.</summary>
    Letter,

    /// <summary>Sign that belongs to the number after it.</summary>
    Sign,

    /// <summary>Space at which a line may end.</summary>
    Space,

    /// <summary>Space that never ends a line.</summary>
    Glue,
}

/// <summary>The kinds of all characters (GB/T 15834-2011 §5.1), looked up in one step.</summary>
internal static class CharacterKinds
{
    private const string OpeningMarks = "（〔［｛《〈「『【〖“‘([{﹙﹛﹝";
    private const string ClosingMarks = "，。、；：！？）〕］｝》〉」』】〗”’,.;:?!)]}﹐﹑﹒﹔﹕﹖﹗．﹚﹜﹞";
    private const string NotFirstMarks = "…—–‐-－·•・⋅～~％%‰℃°′″/／々ー⁃﹪";
    private const string Signs = "¥￥$＄£€№#＃±+＋−≥≤≈＜＞<>≧≦";
    private const string WordMarks = "_@&=＿＠＆＝\\^";

    private static readonly CharacterKind[] Table = Build();

    /// <summary>The kind of a code point.</summary>
    public static CharacterKind Of(int codePoint) => codePoint < Table.Length ? Table[codePoint] : CharacterKind.Hanzi;

    private static CharacterKind[] Build()
    {
        var table = new CharacterKind[0x10000];
        for (var c = 0; c < table.Length; c++)
        {
            // U+0080–U+052F: Latin, Greek, Cyrillic; U+FF21…: full-width Latin. Hanzi are letters to .NET as well, hence the ranges.
            var alphabetic = c < 0x530 || c is >= 0x1E00 and < 0x2000 || c is >= 0xFF21 and <= 0xFF5A;
            table[c] = char.IsDigit((char)c) ? CharacterKind.Digit
                : alphabetic && char.IsLetter((char)c) ? CharacterKind.Letter
                : c is 0x00A0 or 0x202F or 0x2060 ? CharacterKind.Glue
                : char.IsWhiteSpace((char)c) ? CharacterKind.Space
                : CharacterKind.Hanzi;
        }

        Mark(table, OpeningMarks, CharacterKind.Opening);
        Mark(table, ClosingMarks, CharacterKind.Closing);
        Mark(table, NotFirstMarks, CharacterKind.NotFirst);
        Mark(table, Signs, CharacterKind.Sign);
        Mark(table, WordMarks, CharacterKind.Letter);
        return table;
    }

    private static void Mark(CharacterKind[] table, string marks, CharacterKind kind)
    {
        foreach (var mark in marks)
        {
            table[mark] = kind;
        }
    }
}
