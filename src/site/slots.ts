/**
 * Framework renders a page once for all quarters: where a token stands it leaves a slot that holds the token itself, and
 * every quarter's numbers and drawings are put in afterwards. The three marks are of no meaning to anybody, and a slot
 * has no letter that HTML, Markdown or an address would change.
 */
const [open, drawn, close] = ["\ue001", "\ue002", "\ue003"];

/** Where a page's path has the quarter while it stands for all of them. */
export const everyQuarter = "0000Q0";

const packed = (words: readonly string[]): string =>
  Buffer.from(JSON.stringify(words), "utf8").toString("base64url");

const unpacked = (code: string): readonly string[] => {
  try {
    return JSON.parse(Buffer.from(code, "base64url").toString("utf8")) as string[];
  } catch {
    return [];
  }
};

const slot = new RegExp(`([${open}${drawn}])([\\w-]+)${close}`, "g");

/** The slot of a token within prose. */
export const phraseSlot = (inside: string): string => `${open}${packed([inside])}${close}`;

/** The slot of drawings that stand in one group. */
export const drawingSlot = (insides: readonly string[]): string =>
  `<div>${drawn}${packed(insides)}${close}</div>`;

/** What tokens say on one page of one quarter. */
export interface Answers {
  /** A phrase, as text. */
  readonly phrase: (inside: string) => string;
  /** Drawings, as HTML. */
  readonly drawings: (insides: readonly string[]) => string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\u00a0": "&nbsp;",
};
const escaped = (text: string): string => text.replace(/[&<>"\u00a0]/g, (c) => entities[c] as string);

/** A text in which phrases have slots, with the phrases in it. */
const told = (text: string, { phrase }: Pick<Answers, "phrase">): string =>
  text.replace(slot, (whole, mark, code) => (mark === open ? phrase(unpacked(code)[0] ?? "") : whole));

export const hasSlot = (text: string): boolean => text.search(slot) >= 0;

/** The id of a heading that has slots in it: its words are known when these are filled. */
export const headingSlot = (text: string): string => `\ue004${packed([text])}${close}`;
/** All slots of a page, filled in one go: what is put in is not looked through, for it may hold any character. */
const slots = new RegExp(
  `\ue004([\\w-]+)${close}|<div>${drawn}([\\w-]+)${close}</div>|${open}([\\w-]+)${close}`,
  "g",
);

/**
 * A page of one quarter: a page that Framework built, with what its tokens say put in.
 * @param slug makes a heading's id of its words
 */
export const filled = (built: string, answers: Answers, slug: (text: string) => string): string => {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const idOf = (code: string): string => {
    const known = ids.get(code);
    if (known !== undefined) return known;
    const base = slug(told(unpacked(code)[0] ?? "", answers));
    let id = base;
    for (let n = 1; taken.has(id) || built.includes(` id="${id}"`); n++) id = `${base}-${n}`;
    taken.add(id);
    ids.set(code, id);
    return id;
  };
  return built.replace(
    slots,
    (_, words: string | undefined, group: string | undefined, token: string | undefined) =>
      words !== undefined
        ? escaped(idOf(words))
        : group !== undefined
          ? answers.drawings(unpacked(group))
          : escaped(answers.phrase(unpacked(token ?? "")[0] ?? "")),
  );
};
