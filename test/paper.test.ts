import { barX, frame, lineY, plot, ruleX, text } from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { paper } from "../src/site/paper.ts";

const rows = [
  { name: "甲 & 乙", kind: "a\u00a0b", value: 1 },
  { name: '"丙"\n<丁>', kind: "c", value: -2.5 },
];

const drawn = (document: Document): string => {
  const svg = plot({
    document,
    className: "chart",
    style: { fontSize: "13px" },
    fy: { label: null },
    color: { type: "ordinal" },
    marks: [
      frame(),
      barX(rows, { x: "value", y: "name", fy: "kind", fill: "kind", title: "name" }),
      lineY(rows, { x: "value", y: "value", markerEnd: "arrow", curve: "step", mixBlendMode: "multiply" }),
      text(rows, { x: "value", y: "name", fy: "kind", text: "name", href: "name" }),
      ruleX([0], { strokeDasharray: "4 3" }),
    ],
  });
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.classList.add("wide");
  // Markers are numbered on from the last drawing.
  return svg.outerHTML.replace(/plot-marker-\d+/g, "plot-marker");
};

it("what Plot draws on paper is what it draws in a browser's document, to the letter", () => {
  const svg = drawn(paper());
  expect(svg).toContain("&lt;丁&gt;");
  expect(svg).toBe(drawn(new JSDOM("").window.document));
});
