import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Explorable, explored } from "../explored.ts";
import type { Publication } from "../publication.ts";
import { sha256 } from "./inbox.ts";

/**
 * Writes what /explore fetches: `index.json` with what can be chosen, and a file for each indicator. A file's name has a
 * hash of its content, so that a browser that keeps it never shows an older one.
 */
export const writeExplored = (folder: string, publication: Publication): void => {
  mkdirSync(folder, { recursive: true });
  const all = explored(publication);
  const { quarters, rooms, dimensions, indicators } = publication;
  const index: Explorable = {
    quarters: quarters.map(({ id }) => id),
    rooms,
    dimensions: dimensions.map(({ id, words }) => ({ id, words })),
    indicators: indicators.map(({ id, room, words, unit, parts, by }) => {
      const text = JSON.stringify(all.get(id));
      const file = `${id}.${sha256(text).slice(0, 8)}.json`;
      writeFileSync(path.join(folder, file), text);
      return { id, room, words, unit, ...(parts && { parts }), by, file };
    }),
  };
  writeFileSync(path.join(folder, "index.json"), JSON.stringify(index));
};
