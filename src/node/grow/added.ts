import type { Content } from "../inbox.ts";

/**
 * The files that came to those of the last run; undefined where anything else changed, where nothing came, or where one
 * that came says what another said already: then what is known of the others may no longer hold.
 * @param before what was handed in last time, by path
 */
export const addedTo = (
  before: Readonly<Record<string, Pick<Content, "sha256">>>,
  now: readonly Content[],
): readonly Content[] | undefined => {
  const known = new Map(Object.entries(before));
  const hashes = new Set([...known.values()].map(({ sha256 }) => sha256));
  const added = now.filter(({ file }) => !known.has(file.path));
  const stayed = now.filter(({ file, sha256 }) => sha256 !== "" && known.get(file.path)?.sha256 === sha256);
  const isMore =
    added.length > 0 && stayed.length === known.size && stayed.length + added.length === now.length;
  return isMore && !added.some(({ sha256 }) => hashes.has(sha256)) ? added : undefined;
};
