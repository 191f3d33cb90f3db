import { receiptColumns, surplusColumn } from "./receipt.ts";
import { canonical } from "./text.ts";

const untitled = new Set([
  "",
  "序号",
  "编号",
  "备注",
  "no",
  "no.",
  ...[...receiptColumns, surplusColumn].map(canonical),
]);

/** True for a column that no register asks for and nobody misses: 序号, 备注, what a receipt added. */
export const isUntitled = (header: string): boolean => untitled.has(canonical(header));
