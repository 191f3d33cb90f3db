import type { Reason } from "./reason.ts";
import { words } from "./words.ts";

const asText = words(
  "请在 Excel 中先把此列设为“文本”格式，再对照原件重新填写",
  "format the column as text in Excel and fill it in again from the original",
);

/** Why a code, a document number or a telephone number is refused or doubted. */
export const codeReasons = {
  "code.scientific": {
    why: words(
      "“{found}”是 Excel 的科学计数写法，号码后几位已经丢失",
      "holds “{found}”: Excel's scientific notation, in which the last digits of the number are lost",
    ),
    mend: asText,
  },
  "code.damaged": {
    why: words(
      "“{found}”的末三位是 000 且校验不符，多半是被 Excel 抹掉了",
      "holds “{found}”, which ends in 000 and fails its check: Excel keeps only 15 digits",
    ),
    mend: asText,
  },
  "code.float": {
    why: words(
      "“{found}”被当作数值存过，超过 15 位的部分已经不可靠",
      "holds “{found}”, which was kept as a number: digits after the 15th are not reliable",
    ),
    mend: asText,
  },
  "code.long": {
    why: words("“{found}”超过 64 个字符，不像是编号", "holds “{found}”, which is too long for a code"),
    mend: words("请核对是否串了列", "check whether the columns have shifted"),
  },
  "code.characters": {
    why: words("“{found}”含有乱码或控制字符", "holds “{found}”, with control or broken characters"),
    mend: words("请删除此格后重新录入", "clear the cell and type the code again"),
  },
  "credit_code.length": {
    why: words(
      "“{found}”是 {length} 位，统一社会信用代码应为 18 位",
      "holds “{found}”, of {length} characters where a unified social credit code has 18",
    ),
    mend: words("请对照营业执照重新填写", "copy it again from the business licence"),
  },
  "credit_code.letters": {
    why: words(
      "“{found}”含有 {letters}，统一社会信用代码不用字母 I、O、Z、S、V",
      "holds “{found}” with {letters}; a unified social credit code has no I, O, Z, S or V",
    ),
    mend: words(
      "请核对是否把数字 1、0、2、5 误写成了字母",
      "check whether a letter was typed for the digit 1, 0, 2 or 5",
    ),
  },
  "credit_code.characters": {
    why: words(
      "“{found}”含有 {letters}，统一社会信用代码只用数字和大写字母",
      "holds “{found}” with {letters}; a unified social credit code has only digits and capital letters",
    ),
    mend: words("请对照营业执照重新填写", "copy it again from the business licence"),
  },
  "credit_code.check": {
    why: words(
      "“{found}”的校验码不符，末位按规则应为 {expected}",
      "holds “{found}”, whose check character should be {expected}",
    ),
    mend: words(
      "请对照营业执照核对；早年核发的代码可能确实如此",
      "compare it with the licence; some early codes are really so",
    ),
  },
  "resident_id.old": {
    why: words("“{found}”是 15 位旧身份证号", "holds “{found}”, an old identity number of 15 digits"),
    mend: words("请填写 18 位身份证号", "write the number of 18 digits"),
  },
  "resident_id.shape": {
    why: words(
      "“{found}”不是 18 位身份证号",
      "holds “{found}”, which is not an identity number of 18 digits",
    ),
    mend: words("请对照身份证核对，末位可为 X", "compare it with the card; the last one may be X"),
  },
  "resident_id.check": {
    why: words("“{found}”的校验码不符，多半有一位写错", "holds “{found}”, which fails its check digit"),
    mend: words("请对照身份证逐位核对", "compare it with the card digit by digit"),
  },
  "phone.shape": {
    why: words("“{found}”不是电话号码", "holds “{found}”, which is not a telephone number"),
    mend: words(
      "请填写一个 11 位手机号，或带区号的固定电话，如 010-00000000",
      "write one mobile number of 11 digits, or a landline with its area code, such as 010-00000000",
    ),
  },
} as const satisfies Record<string, Reason>;
