import { describe, expect, it } from "vitest";
import { formatMoney, formatRate, formatValue } from "../src/format.ts";

describe("formats", () => {
  it.each([
    ["10686037.30", "1,068.60万元"],
    ["100000000.00", "1.00亿元"],
    ["0.00", "0.00万元"],
    ["49.99", "0.00万元"],
    ["50.00", "0.01万元"],
  ])("money %s is %s", (yuan, shown) => {
    expect(formatMoney(yuan, "zh")).toBe(shown);
  });

  it.each([
    ["0.953000", "95.3%"],
    ["1.000000", "100.0%"],
    ["0.000000", "0.0%"],
    ["0.999600", "99.96%"],
  ])("rate %s is %s, never rounded up to all", (rate, shown) => {
    expect(formatRate(rate)).toBe(shown);
  });

  it("a value that nobody can state is a dash, never nought", () => {
    expect(formatValue(null, "rate", "zh")).toBe("—");
    expect(formatValue("0", "enterprise", "zh")).toBe("0家");
  });
});
