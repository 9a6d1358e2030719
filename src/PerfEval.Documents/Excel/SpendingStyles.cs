namespace PerfEval.Documents.Excel;

/// <summary>The styles of a spending workbook, by their number in the part.</summary>
internal static class SpendingStyles
{
    public const int Title = 1;
    public const int Note = 2;
    public const int NoteRight = 3;
    public const int Head = 4;
    public const int Text = 5;
    public const int TextNotComputed = 6;
    public const int Quantity = 7;
    public const int Amount = 8;
    public const int ComputedAmount = 9;
    public const int ComputedRate = 10;
    public const int Mark = 11;
    public const int TotalText = 12;
    public const int TotalAmount = 13;
    public const int TotalRate = 14;
    public const int Words = 15;
    public const int WordsHead = 16;
    public const int HeadComputed = 17;

    private const string Framed = """borderId="1" applyBorder="1" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1" applyProtection="1" """;
    private const string Open = """<protection locked="0"/>""";

    /// <summary>styles.xml.</summary>
    public static string Part { get; } = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="{SheetWriter.Main}">
        <fonts count="5">
        <font><sz val="11"/><name val="宋体"/><charset val="134"/></font>
        <font><b/><sz val="16"/><color rgb="FF1F3D5C"/><name val="宋体"/><charset val="134"/></font>
        <font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>
        <font><sz val="10"/><color rgb="FF6B6358"/><name val="宋体"/><charset val="134"/></font>
        <font><b/><sz val="11"/><color rgb="FF6B6358"/><name val="宋体"/><charset val="134"/></font>
        </fonts>
        <fills count="4">
        <fill><patternFill patternType="none"/></fill>
        <fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFE9E4DA"/><bgColor indexed="64"/></patternFill></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FFF6F4EF"/><bgColor indexed="64"/></patternFill></fill>
        </fills>
        <borders count="2">
        <border><left/><right/><top/><bottom/><diagonal/></border>
        <border><left style="thin"><color rgb="FFC9C1B4"/></left><right style="thin"><color rgb="FFC9C1B4"/></right><top style="thin"><color rgb="FFC9C1B4"/></top><bottom style="thin"><color rgb="FFC9C1B4"/></bottom><diagonal/></border>
        </borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="18">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
        <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
        <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="0" fontId="2" fillId="2" {Framed} xfId="0"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" {Framed} xfId="0"><alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>{Open}</xf>
        <xf numFmtId="49" fontId="0" fillId="0" {Framed} quotePrefix="1" xfId="0"><alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>{Open}</xf>
        <xf numFmtId="0" fontId="0" fillId="0" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/>{Open}</xf>
        <xf numFmtId="4" fontId="0" fillId="0" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/>{Open}</xf>
        <xf numFmtId="4" fontId="0" fillId="3" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="10" fontId="0" fillId="3" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="2" fillId="3" {Framed} xfId="0"><alignment vertical="center"/></xf>
        <xf numFmtId="4" fontId="2" fillId="3" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="10" fontId="2" fillId="3" {Framed} xfId="0"><alignment horizontal="right" vertical="center"/></xf>
        <xf numFmtId="49" fontId="0" fillId="0" {Framed} xfId="0"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="49" fontId="2" fillId="2" {Framed} xfId="0"><alignment vertical="center"/></xf>
        <xf numFmtId="0" fontId="4" fillId="2" {Framed} xfId="0"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
