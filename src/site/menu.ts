import type { Publication } from "../publication.ts";
import { type Lang, type Words, words } from "../words.ts";

export interface Link {
  readonly words: Words;
  readonly to: string;
}

/** Pages that no quarter has of its own. */
const standing = {
  home: words("首页", "Latest"),
  brief: words("季度总览", "At a glance"),
  below: words("下级工会", "Federations below"),
  explore: words("数据查询", "Explore"),
  check: words("台账自查", "Check a file"),
  quality: words("数据质量", "Data quality"),
  methods: words("口径说明", "Methods"),
  find: words("查找", "Find"),
};

/** The name of the other language, in the reader's own. */
const other = words("英文版", "中文版");

/** The pages in reading order: those of the quarter that the reader is in, and those that stand by themselves. */
export const menu = (
  { pages, below: known }: Pick<Publication, "pages" | "below">,
  lang: Lang,
  quarter: string,
  across: string,
): { readonly quarterly: Link[]; readonly standing: Link[] } => {
  const folder = lang === "zh" ? "" : "/en";
  const { home, brief, below, ...rest } = standing;
  return {
    quarterly: [
      { words: brief, to: `${folder}/${quarter}/` },
      ...pages.map(({ id, title }) => ({ words: title, to: `${folder}/${quarter}/${id}` })),
      ...(known ? [{ words: below, to: `${folder}/${quarter}/below` }] : []),
    ],
    standing: [
      { words: home, to: `${folder}/` },
      ...Object.entries(rest).map(([id, said]) => ({ words: said, to: `${folder}/${id}` })),
      { words: other, to: across },
    ],
  };
};
