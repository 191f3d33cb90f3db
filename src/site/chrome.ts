import { formatDay } from "../format.ts";
import { words } from "../words.ts";
import { langOf, say } from "./context.ts";
import type { Edition } from "./edition.ts";
import { html, type Markup } from "./markup.ts";
import { type Link, menu } from "./menu.ts";
import { moved } from "./moved.ts";

const marks = {
  menu: words("栏目", "Pages"),
  internal: words("内部资料，不得外传", "Internal: not for circulation"),
  demo: words(
    "演示数据：所列单位、人员和数字均为虚构",
    "Demonstration data: every unit, person and number here is invented",
  ),
  withheld: words(
    "“<{people}”表示不足{people}人，“※”表示为防止由合计推算而一并不公布，都是为了保护个人信息。",
    "“<{people}” stands for fewer than {people} persons, “※” for a number withheld so that these cannot be worked out; both protect persons.",
  ),
  foot: words(
    "数据截至{day}，由各级工会报送的台账汇总生成。",
    "Compiled from the registers of the unions at every level, as of {day}.",
  ),
};

const cleaned = (path: string): string => path.replace(/index$/, "");

interface Page {
  readonly path: string;
}

/** Masthead: whose report, which edition, where else to go. */
export const header =
  (edition: () => Edition) =>
  ({ path }: Page): string => {
    const { publication, latest } = edition();
    const lang = langOf(path);
    const quarter = /\/(\d{4}Q[1-4])\//.exec(path)?.[1] ?? latest.id;
    const home = lang === "zh" ? "/" : "/en/";
    // The other language keeps the page and the quarter.
    const across = cleaned(lang === "zh" ? `/en${path}` : path.replace(/^\/en/, ""));
    const links = menu(publication, lang, quarter, across);
    const list = (name: string, own: readonly Link[]): Markup =>
      html`<ul class="${name}">${own.map(
        (link) =>
          html`<li><a href="${link.to}"${cleaned(path) === link.to ? html` aria-current="page"` : ""}>${say(link.words, { lang })}</a></li>`,
      )}</ul>`;
    return html`<div class="masthead"><a class="federation" href="${home}">${publication.logo !== undefined && html`<img src="${publication.logo}" alt="" height="32">`}${say(publication.federation, { lang })}</a>${
      publication.audience === "internal" &&
      html`<strong class="internal">${say(marks.internal, { lang })}</strong>`
    }</div>
<nav class="menu" aria-label="${say(marks.menu, { lang })}"><input type="checkbox" id="menu-open"><label for="menu-open">${say(marks.menu, { lang })}</label>${list("standing", links.standing)}${list("quarterly", links.quarterly)}</nav>
${publication.demo && html`<p class="demo">${say(marks.demo, { lang })}</p>`}${moved(publication, lang)}`
      .text;
  };

/** Foot of every page: as-of day. */
export const footer =
  (edition: () => Edition) =>
  ({ path }: Page): string => {
    const { publication } = edition();
    const lang = langOf(path);
    const foot = say(marks.foot, { lang }).replace("{day}", formatDay(publication.asOf, lang));
    const withheld =
      publication.withheld !== undefined &&
      say(marks.withheld, { lang }).replaceAll("{people}", publication.withheld);
    return html`${withheld && html`<p class="withheld">${withheld}</p>`}<p>${say(publication.federation, { lang })}　${foot}${
      publication.audience === "internal" &&
      html` <strong class="internal">${say(marks.internal, { lang })}</strong>`
    }</p>`.text;
  };
