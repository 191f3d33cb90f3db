import { words } from "../words.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const said = {
  prompt: words("输入要找的词，例如“欠薪”“满意率”", "A word to look for, like “wages” or “satisfaction”"),
  pages: words("全部页面", "All pages"),
  figures: words("全部指标", "All figures"),
};

/** A box to look for words in all pages, and below it, for readers without scripts, every page and figure by name. */
export const finder = (context: Context): Markup => {
  const { publication, latest } = context.edition;
  const page = (id: string): string => `./${latest.id}/${id}`;
  return html`<div id="find"><form role="search" hidden><label>${say(said.prompt, context)}<input type="search" autocomplete="off"></label></form><output></output><ol></ol></div>
<h2 id="pages">${say(said.pages, context)}</h2>
<ul>${publication.pages.map(({ id, title, asks }) => html`<li><a href="${page(id)}">${say(title, context)}</a>　${say(asks, context)}</li>`)}</ul>
<h2 id="figures">${say(said.figures, context)}</h2>
${publication.rooms.map((room) => {
  const own = publication.indicators.filter((i) => i.room === room.id);
  return (
    own.length > 0 &&
    html`<h3>${say(room.words, context)}</h3><ul class="names">${own.map((i) => html`<li><a href="./methods#${i.id}">${say(i.words, context)}</a></li>`)}</ul>`
  );
})}`;
};
