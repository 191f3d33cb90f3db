import { words } from "./words.ts";

/** Reasons that concern a row or a whole file; those of single cells stand in reason.ts. */
export const fileReasons = {
  "row.quotes": {
    why: words(
      "引号不成对，无法断定各栏起止",
      "has a quotation mark without its partner, so that the cells cannot be told apart",
    ),
    mend: words("请检查本行及下一行的英文引号", 'check the " on this and the next line'),
  },
  "row.split": {
    why: words("一行数据被换行拆成了两行", "is one row that a line break cut in two"),
    mend: words(
      "请删去格内的换行，或给整格加上英文引号",
      'take the line break out of the cell, or put the cell into "quotation marks"',
    ),
  },
  "row.long": {
    why: words("长得不像一行台账，无法读取", "is longer than a row of any register could be"),
    mend: words(
      "请检查是否漏了引号或误粘贴",
      "see whether a quotation mark is missing or too much was pasted",
    ),
  },
  "row.ragged": {
    why: words(
      "有 {cells} 栏，表头只有 {columns} 栏，数据可能错位",
      "has {cells} cells under {columns} headers; the values may be shifted",
    ),
    mend: words(
      "请检查是否多了分隔符，删去后重报；如果各行都是这样，请检查表头是否少了分隔符",
      "check for a surplus separator and remove it; if every row is told so, see whether the header lacks one",
    ),
  },
  "row.short": {
    why: words(
      "只有 {cells} 栏，表头有 {columns} 栏，缺 {missing}",
      "has only {cells} cells under {columns} headers: {missing} is missing",
    ),
    mend: words(
      "请补齐各栏后重报；如果各行都是这样，请检查表头是否多了分隔符",
      "fill in the missing cells; if every row is told so, see whether the header has a separator too many",
    ),
  },
  "row.note": {
    why: words(
      "“{found}”看作标题或附注，不是数据，未读入",
      "“{found}” was taken for a heading or a note and not read",
    ),
    mend: words("如确是数据，请补齐本行各栏", "complete the row if it is data"),
  },
  "period.unread": {
    why: words(
      "表头上方的期别“{found}”认不出是哪个季度，没有采用",
      "says “{found}” above its header where the quarter should stand, which is none",
    ),
    mend: words("请写成 2018Q4 或 2018年第四季度", "write it like 2018Q4"),
  },
  "filed.unread": {
    why: words(
      "表头上方的填报日期“{found}”认不出是哪一天，没有采用，更正时分不清先后",
      "says “{found}” above its header where the day of filing should stand, which is none; what it corrects may stand in its place",
    ),
    mend: words("请写成 2019-01-08 这样的日期", "write a day like 2019-01-08"),
  },
  "total.differs": {
    why: words(
      "{total}为 {stated}{unit}，上面各行相加为 {summed}{unit}，相差 {difference}{unit}",
      "the row “{total}” says {stated}{unit_en}, the rows above add up to {summed}{unit_en}: a difference of {difference}{unit_en}",
    ),
    mend: words(
      "请核对合计数，或查看是否漏行、多行",
      "check the total, or whether a row is missing or surplus",
    ),
  },
  "sheet.hidden": {
    why: words("工作表“{sheet}”是隐藏的，未读入", "the sheet “{sheet}” is hidden and was not read"),
    mend: words("如需报送，请取消隐藏", "unhide it if it is to be handed in"),
  },
  "sheet.no_register": {
    why: words("工作表“{sheet}”不是台账，未读入", "the sheet “{sheet}” is no register and was not read"),
    mend: words("如是台账，请核对表头", "check its header if it is one"),
  },
  "workbook.too_big": {
    why: words(
      "是异常庞大的工作簿，为安全起见没有解压",
      "is a workbook of abnormal size and was not unpacked, for safety",
    ),
    mend: words("请另存为 CSV，或删去多余的工作表后重报", "save it as CSV, or remove surplus sheets"),
  },
  "workbook.damaged": {
    why: words("是 Excel 工作簿，但已损坏或不完整", "is an Excel workbook, but damaged or incomplete"),
    mend: words("请用 Excel 打开后重新保存再报", "open it in Excel and save it again"),
  },
  "workbook.hidden": {
    why: words(
      "是 Excel 工作簿，但看得见的工作表里没有内容，其余是隐藏的",
      "is an Excel workbook with nothing in the sheets that can be seen; the others are hidden",
    ),
    mend: words("请在 Excel 里取消隐藏后保存再报", "unhide the sheet in Excel, save and hand it in again"),
  },
  "workbook.other": {
    why: words("是压缩文件，但不是 Excel 工作簿（.xlsx）", "is an archive, but no Excel workbook (.xlsx)"),
    mend: words("请解压后报送其中的表格", "unpack it and hand in the tables inside"),
  },
  "file.old_excel": {
    why: words(
      "是旧版 Excel（.xls）或加了密码的工作簿，无法读取",
      "is a workbook of old Excel (.xls), or one locked with a password",
    ),
    mend: words(
      "请在 Excel 中取消密码，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8（逗号分隔）”后重报",
      "save it without a password as “Excel Workbook (.xlsx)” or “CSV UTF-8 (comma delimited)”",
    ),
  },
  "file.markup": {
    why: words("其实是网页或 XML，不是表格文本", "is really a web page or XML, not a table of text"),
    mend: words(
      "请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”再报",
      "open it in Excel and save it as “Excel Workbook (.xlsx)”",
    ),
  },
  "row.either": {
    why: words("{fields} 至少要填一项", "needs at least one of {fields}"),
    mend: words("请补填其中一项", "fill in one of them"),
  },
  "row.rule": { why: words("{why}", "{why_en}"), mend: words("{mend}", "{mend_en}") },
  "reference.missing": {
    why: words("“{found}”不在《{register}》中", "“{found}” is not on the register “{register_en}”"),
    mend: words("请核对，或先在《{register}》中补登", "check it, or add it to “{register_en}” first"),
  },
  "reference.ambiguous": {
    why: words(
      "“{found}”在《{register}》中对应不止一个代码：{candidates}",
      "“{found}” stands for more than one code on “{register_en}”: {candidates}",
    ),
    mend: words("请改填其中一个代码", "give one of these codes instead"),
  },
  "reference.absent": {
    why: words(
      "尚未收到《{register}》，无法核对",
      "cannot be checked: “{register_en}” has not been handed in",
    ),
    mend: words("请把《{register}》放进 data 文件夹", "put “{register_en}” into the data folder"),
  },
  "file.copy": {
    why: words(
      "与“{original}”内容完全相同，全部按重复计",
      "is the same, byte for byte, as “{original}”; all its rows count as repeated",
    ),
    mend: words("可以删去其中一份", "one of the two may be deleted"),
  },
  "file.empty": {
    why: words("文件是空的", "is empty"),
    mend: words("请确认导出是否成功", "see whether the export went through"),
  },
  "file.unreadable": {
    why: words("读不出来：{found}", "cannot be read: {found}"),
    mend: words("请检查文件是否损坏或被占用", "see whether the file is damaged or in use"),
  },
  "file.not_regular": {
    why: words(
      "不是文件本身（是文件夹、快捷方式、链接、设备或管道），没有打开",
      "is no file itself but a folder, a link, a device or a pipe, and was not opened",
    ),
    mend: words("请放入文件本身", "put the file itself there"),
  },
  "folder.deep": {
    why: words(
      "文件夹层数太多，里面的文件没有读",
      "is a folder too deep inside others; its files were not read",
    ),
    mend: words("请把文件移到靠上的文件夹", "move the files to a folder further up"),
  },
  "file.changed": {
    why: words("读取时正在被改动", "changed while it was read"),
    mend: words("请等复制或保存完成后再运行一次", "run again when it has been copied or saved"),
  },
  "file.binary": {
    why: words("不是文本文件（{found}）", "is not a text file ({found})"),
    mend: words(
      "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重报",
      "save it from Excel as “CSV UTF-8 (comma delimited)”",
    ),
  },
  "file.nul": {
    why: words("含有空字符（NUL），不是可读的文本", "holds NUL characters and is no readable text"),
    mend: words(
      "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重报",
      "save it from Excel as “CSV UTF-8 (comma delimited)”",
    ),
  },
  "cells.filled": {
    why: words(
      "有 {count} 格为空，按合并单元格照上一行补填（第 {lines} 行）",
      "was blank in {count} cells below merged ones and took the value of the row above (lines {lines_en})",
    ),
    mend: words("如不相同，请在各行填明", "write the value in the rows where it differs"),
  },
  "file.encoding": {
    why: words(
      "文字编码无法识别，既不是 UTF-8 也不是 GB18030",
      "is in an encoding that is neither UTF-8 nor GB18030",
    ),
    mend: words(
      "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重报",
      "save it from Excel as “CSV UTF-8 (comma delimited)”",
    ),
  },
  "file.too_big": {
    why: words(
      "有 {size} MB，超过一次能读的 {limit} MB",
      "has {size} MB, more than the {limit} MB that can be read at once",
    ),
    mend: words("请按月份或镇街拆成几个文件", "split it by month or township"),
  },
  "file.no_header": {
    why: words("找不到任何一种台账的表头", "has no header of any register"),
    mend: words(
      "请核对表头栏目名称，或改用网站“台账自查”页上的模板",
      "compare its header with the templates on the page /check of the site",
    ),
  },
  "file.columns_missing": {
    why: words(
      "像是《{register}》，但缺少必填栏：{missing}",
      "looks like “{register_en}” but lacks the required columns: {missing_en}",
    ),
    mend: words("请补上这些栏；如栏名不同，请改为上述名称", "add them, or rename the columns that hold them"),
  },
  "file.ambiguous": {
    why: words("分不清是哪一种台账：{candidates}", "could be more than one register: {candidates_en}"),
    mend: words("请按模板补齐栏目", "complete the columns after the template"),
  },
  "file.columns_repeated": {
    why: words("“{header}”与“{other}”指同一栏", "the headers “{header}” and “{other}” mean the same column"),
    mend: words("请只保留一栏", "keep one of them"),
  },
  "file.too_wide": {
    why: words(
      "有 {columns} 栏，超过 {limit} 栏的上限",
      "has {columns} columns, more than the {limit} allowed",
    ),
    mend: words("请删去多余的空栏或检查分隔符", "remove the surplus columns or check the separator"),
  },
  "file.no_rows": {
    why: words("只有表头，没有数据行，按零报告计", "has a header and no rows: counted as a zero return"),
    mend: words("如非零报告，请补报数据", "if this is not meant, hand in the rows"),
  },
  "column.unknown": {
    why: words("不认识的栏目“{header}”，未读入", "the column “{header}” is not known and was not read"),
    mend: words("如需读入，请改用模板中的栏名", "use the template's header if it should be read"),
  },
} as const;
