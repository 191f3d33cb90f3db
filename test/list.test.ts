import { describe, expect, test } from "vitest";
import { listed, readMany, readOne } from "../src/list.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

const ways = [
  listed("实地", "on site", "现场", "上门"),
  listed("电话", "phone"),
  listed("线上", "online", "微信/QQ"),
];

describe("one value of a list", () => {
  const read = readOne(ways);
  test.each([
    ["实地", "实地"],
    ["上门", "实地"],
    [" 实 地 ", "实地"],
    ["On Site", "实地"],
    ["ＯＮＬＩＮＥ", "线上"],
    ["实地、电话", "list.unknown"],
    ["__proto__", "list.unknown"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(read(text))).toBe(expected);
  });

  test("a refusal lists what may be written, in both languages", () => {
    expect(read("函件")).toEqual({
      reason: "list.unknown",
      with: { found: "函件", allowed: "实地、电话、线上", allowed_en: "on site, phone, online" },
    });
  });

  keepsItsPromise(read, /^(?:实地|电话|线上)$/);
});

describe("several values of a list", () => {
  const read = readMany(ways);
  test.each([
    ["电话、实地", "实地、电话"],
    ["现场，上门", "实地"],
    ["实地;电话/线上", "实地、电话、线上"],
    ["实地\n电话", "实地、电话"],
    ["实地 电话", "实地、电话"],
    ["on site, online", "实地、线上"],
    ["微信/QQ", "线上"],
    ["实地、", "实地"],
    ["实地、函件", "list.unknown"],
    ["、", "list.unknown"],
  ])("%j → %s", (text, expected) => {
    expect(verdict(read(text))).toBe(expected);
  });

  test("a refusal names the part that is not on the list", () => {
    expect(read("实地、函件")).toMatchObject({ with: { found: "函件" } });
  });

  keepsItsPromise(read, /^(?:实地|电话|线上)(?:、(?:电话|线上)){0,2}$/);
});
