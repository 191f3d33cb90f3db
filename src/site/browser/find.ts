import type { Lang } from "../../words.ts";
import { html } from "../markup.ts";

interface Index {
  readonly to: readonly string[];
  readonly page: readonly string[];
  readonly heading: readonly string[];
  readonly text: readonly string[];
}

/** More than these nobody reads; the words are made narrower instead. */
const most = 60;

const said = {
  zh: { none: "没有找到。换一个词，或少写几个字。", found: (n: number) => `找到${n}处` },
  en: { none: "Nothing found. Try another word, or a shorter one.", found: (n: number) => `${n} found` },
};

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Places where every word of the query stands, inside longer words too: Chinese has no spaces. Headings come first. */
const search = (index: Index, query: string): number[] => {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return [];
  const scored: { at: number; score: number }[] = [];
  index.text.forEach((text, at) => {
    const own = folded(text);
    const around = folded(`${index.page[at]} ${index.heading[at]} ${text}`);
    if (!terms.every((term) => around.includes(term)) || !terms.some((term) => own.includes(term))) return;
    scored.push({
      at,
      score: (index.heading[at] === text ? 2 : 0) + (terms.every((t) => own.includes(t)) ? 1 : 0),
    });
  });
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ at }) => at);
};

const marked = (text: string, query: string) => {
  const term = query.trim().split(/\s+/)[0] ?? "";
  const at = folded(text).indexOf(folded(term));
  // Folding may change lengths (full-width digits keep theirs); a miss is shown unmarked.
  if (at < 0 || folded(text).length !== text.length) return html`${text.slice(0, 160)}`;
  const from = Math.max(0, at - 40);
  return html`${from > 0 && "…"}${text.slice(from, at)}<mark>${text.slice(at, at + term.length)}</mark>${text.slice(at + term.length, at + 120)}${text.length > at + 120 && "…"}`;
};

const start = (box: HTMLElement, index: Index): void => {
  const lang: Lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const form = box.querySelector("form") as HTMLFormElement;
  const input = box.querySelector("input") as HTMLInputElement;
  const list = box.querySelector("ol") as HTMLOListElement;
  const count = box.querySelector("output") as HTMLOutputElement;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => {
    const found = search(index, input.value);
    count.textContent =
      input.value.trim() === "" ? "" : found.length === 0 ? said[lang].none : said[lang].found(found.length);
    list.innerHTML = found
      .slice(0, most)
      .map(
        (at) =>
          html`<li><a href="./${index.to[at] ?? ""}">${index.page[at]}${index.heading[at] !== "" && ` · ${index.heading[at]}`}</a><span>${marked(index.text[at] ?? "", input.value)}</span></li>`
            .text,
      )
      .join("");
  });
};

const box = document.getElementById("find");
const index = (window as unknown as { passages?: Index }).passages;
if (box && index) start(box, index);
