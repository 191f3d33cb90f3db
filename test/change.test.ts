import { describe, expect, it } from "vitest";
import { change } from "../src/change.ts";

describe("change", () => {
  it("is in percent for amounts and in percentage points for rates", () => {
    expect(change("110", "100", "case")).toMatchObject({
      direction: "up",
      measure: "percent",
      amount: "10.0",
    });
    expect(change("0.900000", "0.950000", "rate")).toMatchObject({
      direction: "down",
      measure: "points",
      amount: "5.0",
    });
  });
  it("cannot be told on a zero base or without one", () => {
    expect(change("5", "0", "case")).toMatchObject({ direction: "unknown", why: "zero base" });
    expect(change("5", null, "case")).toMatchObject({ direction: "unknown", why: "no base" });
    expect(change(null, "5", "case")).toMatchObject({ direction: "unknown", why: "no value" });
  });
  it("says level only when nothing moved", () => {
    expect(change("7", "7", "case")).toMatchObject({ direction: "level" });
  });
});
