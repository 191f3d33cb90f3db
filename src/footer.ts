import type { RawRow } from "./table.ts";
import { canonical } from "./text.ts";

const signature =
  "填表人|填报人|制表人|审核人|复核人|审批人|经办人|负责人|单位负责人|分管领导|联系人|联系电话|联系方式|填表日期|填报日期|制表日期|报送日期|制表单位|填表说明|数据来源";
const footer = new RegExp(`^(?:(?:${signature})[:：]|(?:注|说明|备注|附注|填表说明)\\d*[:：.、])`);

const isSigned = (cell: string): boolean =>
  cell.length > 2 && /[:：.、]/.test(cell) && footer.test(canonical(cell));

/**
 * Signatures and notes below a table: 填表人, 审核人, 注 … They stand alone or beside others like them: a row that has
 * all it needs and whose first cell merely begins like one (说明：已转交) is data.
 * @param required places of the cells without which a row is none
 */
export const isFooter = ({ cells }: RawRow, required: readonly number[]): boolean => {
  const [first = "", ...others] = cells.filter((cell) => cell.trim() !== "");
  if (!isSigned(first)) return false;
  return others.every(isSigned) || required.some((at) => (cells[at] ?? "").trim() === "");
};
