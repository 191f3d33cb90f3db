import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Figure } from "../figure.ts";
import type { Audience, Publication } from "../publication.ts";
import { figuresIn, figureTable } from "./figure_table.ts";
import { writeWhole } from "./whole_file.ts";

/** Where the figures of the site that was built last are kept, of each edition by itself. */
export const keptFile = (out: string, audience: Audience): string => path.join(out, `kept-${audience}.csv`);

/** Keeps what a finished site says, so that later changes can be held against it. */
export const keep = (out: string, { audience, figures, indicators }: Publication): void => {
  const words = new Map(indicators.map((indicator) => [indicator.id, indicator.words]));
  writeWhole(
    keptFile(out, audience),
    figureTable(figures, (id) => words.get(id)),
  );
};

/** The figures of the site that was built last; undefined where none was, or the file is no longer whole. */
export const keptIn = (out: string, audience: Audience): Figure[] | undefined => {
  const file = keptFile(out, audience);
  if (!existsSync(file)) return undefined;
  const figures = figuresIn(readFileSync(file, "utf8"));
  return typeof figures === "number" ? undefined : figures;
};
