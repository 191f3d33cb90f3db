import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Publication, PublishedDimension, PublishedIndicator } from "../publication.ts";

/** What /explore needs to know of the indicators, without the figures: those come as Arrow. */
export interface Dictionary {
  readonly quarters: readonly string[];
  readonly rooms: Publication["rooms"];
  readonly dimensions: readonly PublishedDimension[];
  readonly indicators: readonly Omit<PublishedIndicator, "sql">[];
}

/** Writes `published/dictionary.json` beside the figures it is taken from. */
export const writeDictionary = async (root: string): Promise<void> => {
  const publication: Publication = JSON.parse(
    await readFile(join(root, "published", "figures.json"), "utf8"),
  );
  const dictionary: Dictionary = {
    quarters: publication.quarters.map((q) => q.id),
    rooms: publication.rooms,
    dimensions: publication.dimensions,
    indicators: publication.indicators.map(({ sql, ...indicator }) => indicator),
  };
  await writeFile(join(root, "published", "dictionary.json"), JSON.stringify(dictionary));
};
