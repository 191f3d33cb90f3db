import type { Publication } from "../publication.ts";

const heading = /^(#{1,6}) /;

/** What stands between blank lines; the lines of a fenced block stay together. */
const blocksOf = (page: string): string[] => {
  const blocks: string[] = [];
  let fenced = false;
  let open = false;
  for (const line of page.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    if (!fenced && line.trim() === "") open = false;
    else if (open) blocks.push(`${blocks.pop()}\n${line}`);
    else {
      blocks.push(line);
      open = true;
    }
  }
  return blocks;
};

/** A heading with nothing below it before the next heading of its rank or a higher one. */
const isBare = (blocks: readonly string[], at: number): boolean => {
  const rank = heading.exec(blocks[at] as string)?.[1]?.length;
  if (rank === undefined || rank === 1) return false;
  for (const next of blocks.slice(at + 1)) {
    const other = heading.exec(next)?.[1]?.length;
    if (other === undefined) return false;
    if (other <= rank) return true;
  }
  return true;
};

/**
 * A page without what speaks of rooms that are not shown: drawings are left out one by one, prose by the paragraph,
 * and headings under which nothing is left.
 */
export const trimmed = (page: string, rooms: readonly string[]): string => {
  if (rooms.length === 0) return page;
  const names = new RegExp(`\\{\\{[^}]*\\b(?:${rooms.join("|")})\\.\\w`);
  const kept = blocksOf(page)
    .map((block) =>
      block.split("\n").every((line) => line.startsWith("{{"))
        ? block
            .split("\n")
            .filter((line) => !names.test(line))
            .join("\n")
        : names.test(block)
          ? ""
          : block,
    )
    .filter((block) => block !== "");
  return `${kept.filter((_, at) => !isBare(kept, at)).join("\n\n")}\n`;
};

/** True for a page of a room that is not shown, or of federations below where none is known, in either language. */
export const isUnshown = (
  file: string,
  { unshown, below }: Pick<Publication, "unshown" | "below">,
): boolean =>
  (below === undefined && file.endsWith("[quarter]/below.md")) ||
  unshown.some(({ pages }) => pages.some((page) => file.endsWith(`[quarter]/${page}.md`)));
