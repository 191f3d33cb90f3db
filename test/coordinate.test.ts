import { describe, expect, test } from "vitest";
import { readLatitude, readLongitude } from "../src/coordinate.ts";
import { keepsItsPromise, verdict } from "./cell.ts";

const canonical = /^(?:0|-?(?:0|[1-9]\d{0,2})\.\d{0,14}[1-9]|-?[1-9]\d{0,2})$/;

describe("a longitude", () => {
  test.each([
    ["107.1434", "107.1434"],
    ["107.143400", "107.1434"],
    ["107.14398712345678", "107.14398712345678"],
    ["107.1434°", "107.1434"],
    ["E107.1434°", "107.1434"],
    ["107.1434 E", "107.1434"],
    ["东经107.1434度", "107.1434"],
    ["西经７０．５", "-70.5"],
    ["-70.5", "-70.5"],
    ["-0.0", "0"],
    ["180", "180"],
    ["1071434", "coordinate.unreadable"],
    ["180.1", "coordinate.range"],
    ["北纬34.36", "coordinate.swapped"],
    ["34.36N", "coordinate.swapped"],
    ["107°8′36″", "coordinate.sexagesimal"],
    ["107°8'", "coordinate.sexagesimal"],
    ["107.1434,34.3612", "coordinate.unreadable"],
    ["E107W", "coordinate.unreadable"],
    ["西经-70", "coordinate.unreadable"],
    ["桥头", "coordinate.unreadable"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readLongitude(text))).toBe(expected);
  });

  keepsItsPromise(readLongitude, canonical);
});

describe("a latitude", () => {
  test.each([
    ["34.3612", "34.3612"],
    ["北纬34.3612°", "34.3612"],
    ["S 33.9", "-33.9"],
    ["107.1434", "coordinate.range"],
    ["东经34", "coordinate.swapped"],
  ])("%s → %s", (text, expected) => {
    expect(verdict(readLatitude(text))).toBe(expected);
  });

  keepsItsPromise(readLatitude, canonical);
});
