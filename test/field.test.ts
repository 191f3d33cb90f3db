import { expect, test } from "vitest";
import { count, creditCode, day, money, phone, residentId, text, yesNo } from "../src/field.ts";

test("identity and telephone numbers are personal unless a note says otherwise", () => {
  expect(residentId("身份证号", "identity number").personal).toBe(true);
  expect(phone("联系电话", "telephone").personal).toBe(true);
  expect(phone("值班电话", "duty telephone", { personal: false }).personal).toBe(false);
  expect(text("走访内容", "notes").personal).toBe(false);
});

test("a blank is null where it may be, and refused where it may not", () => {
  for (const blank of ["", " ", "—", "无", "　/ "]) {
    expect(money("确认金额", "confirmed", { optional: true }).type.parse(blank)).toBeNull();
    expect(money("确认金额", "confirmed").type.safeParse(blank).error?.issues[0]).toMatchObject({
      params: { reason: "cell.empty" },
    });
  }
});

test("无 denies where yes or no must be said, and says nothing where it need not", () => {
  expect(yesNo("是否规上", "above scale").type.parse(" 无")).toBe("false");
  expect(yesNo("是否就业", "employed", { optional: true }).type.parse("无")).toBeNull();
  for (const blank of ["", "—", "/", "空"])
    expect(yesNo("是否规上", "above scale").type.safeParse(blank).error?.issues[0]).toMatchObject({
      params: { reason: "cell.empty" },
    });
});

test("a field gives canonical text, or the fault with what was found", () => {
  expect(day("走访日期", "visit date").type.parse("2019年3月5日")).toBe("2019-03-05");
  expect(money("金额", "amount").type.parse("3.4万元")).toBe("34000.00");
  expect(yesNo("是否代访", "by proxy").type.parse("√")).toBe("true");
  expect(count("人数", "persons").type.safeParse("5.5").error?.issues[0]).toMatchObject({
    params: { reason: "count.whole", with: { found: "5.5" } },
  });
});

test("a credit code whose check character fails is read, and doubted", () => {
  const field = creditCode("统一社会信用代码", "credit code");
  expect(field.type.parse("91990101MA00000150")).toBe("91990101MA00000150");
  expect(field.doubt?.("91990101MA00000150")?.reason).toBe("credit_code.check");
});
