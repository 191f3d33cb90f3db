/** Headers under which staff's files carry the 统一社会信用代码. */
export const codeHeaders = [
  "信用代码",
  "社会信用代码",
  "统一信用代码",
  "企业信用代码",
  "统一代码",
  "企业代码",
  "单位代码",
] as const;
