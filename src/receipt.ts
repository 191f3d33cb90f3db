/**
 * The columns that a receipt adds to the rows it gives back: where each stood, what was wrong and what would do.
 * The reader knows them, so that a receipt can be mended and handed in as it is.
 */
export const receiptColumns = [
  "退回来源文件",
  "退回行号",
  "退回栏目",
  "退回内容",
  "退回原因",
  "修改办法",
] as const;

/** The header that a receipt gives to cells beyond the file's own: a row that still has one is shifted, and refused again. */
export const surplusColumn = "多出的格";
