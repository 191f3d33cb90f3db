import { eachRow } from "../table.ts";
import { dictionaryOf } from "./dictionary.ts";
import type { Draft } from "./draft.ts";
import { type Place, placesOf } from "./sound_row.ts";

/** Records that show how often the cells of a column recur, and what they say; more of them where these are too few. */
const enough = [16_000, 64_000] as const;

/** Cells of records taken evenly from the drafts, column by column. */
const sampleOf = (drafts: readonly Draft[], width: number, size: number): string[][] => {
  const columns = Array.from({ length: width }, (): string[] => []);
  const all = drafts.reduce((sum, { scan }) => sum + scan.sample.length / 2, 0);
  const every = Math.ceil(all / size);
  let n = 0;
  for (const { plain, scan, separator } of drafts) {
    const take = (cells: readonly string[]): void => {
      for (let at = 0; at < width; at++) columns[at]?.push(cells[at] ?? "");
    };
    for (let i = 0; i < scan.sample.length; i += 2) {
      if (n++ % every !== 0) continue;
      const record = plain.bytes.toString("utf8", scan.sample[i], scan.sample[i + 1]);
      if (record.includes('"')) eachRow(record, separator, ({ cells }) => take(cells));
      else take(record.split(separator));
    }
  }
  return columns;
};

/**
 * The places of the drafts' columns, with a dictionary where a sample shows that cells recur.
 * @param drafts at least one, all under the same header
 * @param often how often they must recur
 */
export const placesIn = (drafts: readonly Draft[], often: number): Place[] => {
  const [{ header, moneyUnit }] = drafts as [Draft];
  const places = placesOf(header, moneyUnit);
  const withSample = (size: number): Place[] => {
    const cells = sampleOf(drafts, header.columns.length, size);
    return places.map((place, at) => {
      const known = dictionaryOf(place, cells[at] ?? [], often);
      return known ? { ...place, known } : place;
    });
  };
  const [few, many] = enough;
  const first = withSample(few);
  return first.some(({ known }) => known?.isThin) ? withSample(many) : first;
};
