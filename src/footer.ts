import type { RawRow } from "./table.ts";
import { canonical } from "./text.ts";

const signature =
  "填表人|填报人|制表人|审核人|复核人|审批人|经办人|负责人|单位负责人|分管领导|联系人|联系电话|联系方式|填表日期|填报日期|制表日期|报送日期|制表单位|填表说明|数据来源";
const footer = new RegExp(`^(?:(?:${signature})[:：]|(?:注|说明|备注|附注|填表说明)\\d*[:：.、])`);

/** Signatures and notes below a table: 填表人, 审核人, 注 … */
export const isFooter = (row: RawRow): boolean => {
  const first = row.cells.find((cell) => cell.trim() !== "") ?? "";
  return first.length > 2 && /[:：.、]/.test(first) && footer.test(canonical(first));
};
