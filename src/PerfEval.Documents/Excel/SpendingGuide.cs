using PerfEval.Documents.Reading;
using PerfEval.Domain.Projects;

namespace PerfEval.Documents.Excel;

/// <summary>The sheet 填写说明: how each column is filled, and what happens on upload.</summary>
internal static class SpendingGuide
{
    private static readonly (string Subject, string Text)[] Rows =
    [
        (LineColumn.ActivityGroup.Word(), "如 培训活动；同样的活动内容在系统中归在一起小计。可从下拉列表选，也可填新的，可空。"),
        (LineColumn.Item.Word(), $"必填。钱用在什么上，最多{LineColumn.Item.LongestText()}字。"),
        (LineColumn.ImplementingUnit.Word(), "具体实施的单位。可从下拉列表选，也可填新的。"),
        ("数量、计量单位、单价", "有标准的才填，如 12、人、500。"),
        (LineColumn.Allocated.Word(), "单位为元。空着而数量和单价都填了的，按数量×单价。"),
        (LineColumn.Spent.Word(), "单位为元。还不知道的可以先空着：空着不等于0。"),
        ("结余、执行率、合计", "灰底，由公式计算，不用填；导入时由系统重新计算。"),
        (LineColumn.BalanceReason.Word(), "有结余的写明原因。"),
        ("金额单位", "本模板一律以元填写。自己的表格以万元填写的，在表头上方写“单位：万元”，或在列名后注明，如 实际支出（万元）。"),
        ("修改已有的行", "直接在原行上改。隐藏的“行标识”列认得是哪一行，请勿改动；删掉它时，按活动内容、项目、实施单位三项都相同来认。"),
        ("新增", $"在下面的空行接着填，或插入行。每次最多{SpendingReader.MostRows}行。"),
        ("删除", "从文件中删去或清空一行，系统中的那一行不会删除；删除请在“支出明细”页面办理。"),
        ("上传", "填好保存后，在系统“支出明细”的“导入”页面上传。先显示将要新增和修改的内容，核对后再导入；有错误时一行也不导入，可下载标出错误的本文件，改好后直接再次上传。"),
        ("工作表保护", "只为防止误改公式，没有密码，可在“审阅”中撤销保护。"),
    ];

    public static void Write(SheetWriter sheet)
    {
        sheet.Raw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/></cols>""");
        sheet.StartRows();
        sheet.StartRow(1, 30);
        sheet.Text(0, SpendingStyles.Title, "支出明细填写说明");
        sheet.EndRow();
        for (var i = 0; i < Rows.Length; i++)
        {
            sheet.StartRow(i + 3, Rows[i].Text.Length > 44 ? 36 : 20);
            sheet.Text(0, SpendingStyles.WordsHead, Rows[i].Subject);
            sheet.Text(1, SpendingStyles.Words, Rows[i].Text);
            sheet.EndRow();
        }

        sheet.EndRows();
        sheet.Raw("""<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
    }
}
