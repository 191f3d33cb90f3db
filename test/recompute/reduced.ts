import { type Comparison, compare } from "./disagreement.ts";
import type { Federation } from "./invent/index.ts";

/**
 * The least part of a federation that still differs: files are left out one by one, as long as it does. The seed makes
 * the whole again.
 */
export const reduced = async (
  whole: Federation,
  differs: (of: Federation) => Promise<boolean> = async (of) => (await compare(of)).differing.length > 0,
): Promise<Federation> => {
  let least = whole;
  for (const name of Object.keys(whole.files)) {
    const { [name]: _, ...files } = least.files;
    const fewer = { ...least, files };
    // A federation that handed in nothing is refused as a whole.
    if (Object.keys(files).length > 0 && (await differs(fewer))) least = fewer;
  }
  return least;
};

/** What a comparison found wrong, and in which files that can be seen. */
export const told = async (federation: Federation, { differing }: Comparison): Promise<string[]> => {
  if (differing.length === 0) return [];
  const { files } = await reduced(federation);
  return [
    ...differing.map((line) => `federation ${federation.seed}: ${line}`),
    `federation ${federation.seed}: to be seen in ${Object.keys(files).join(", ")}`,
  ];
};
