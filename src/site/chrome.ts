import { formatDay } from "../format.ts";
import { type Words, words } from "../words.ts";
import { langOf, say } from "./context.ts";
import type { Edition } from "./edition.ts";
import { html } from "./markup.ts";

const marks = {
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

interface Link {
  readonly words: Words;
  readonly to: string;
}

/** The pages in reading order, for one language and the quarter that the reader is in. */
const menu = (lang: "zh" | "en", quarter: string, across: string): Link[] =>
  lang === "en"
    ? [
        { words: words("", "Latest quarter"), to: "/en/" },
        { words: words("", "At a glance"), to: `/en/${quarter}/` },
        { words: words("", "Visits"), to: `/en/${quarter}/visits` },
        { words: words("", "Legal aid"), to: `/en/${quarter}/legal_aid` },
        { words: words("", "Training"), to: `/en/${quarter}/training` },
        { words: words("", "Explore"), to: "/en/explore" },
        { words: words("", "Check a file"), to: "/en/check" },
        { words: words("", "Data quality"), to: "/en/quality" },
        { words: words("", "Methods"), to: "/en/methods" },
        { words: words("", "中文版"), to: across },
      ]
    : [
        { words: words("首页", ""), to: "/" },
        { words: words("季度总览", ""), to: `/${quarter}/` },
        { words: words("走访企业", ""), to: `/${quarter}/visits` },
        { words: words("法律援助", ""), to: `/${quarter}/legal_aid` },
        { words: words("教育培训", ""), to: `/${quarter}/training` },
        { words: words("数据查询", ""), to: "/explore" },
        { words: words("台账自查", ""), to: "/check" },
        { words: words("数据质量", ""), to: "/quality" },
        { words: words("口径说明", ""), to: "/methods" },
        { words: words("英文版", ""), to: across },
      ];

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
    return html`<div class="masthead"><a class="federation" href="${home}">${say(publication.federation, { lang })}</a>${
      publication.audience === "internal" &&
      html`<strong class="internal">${say(marks.internal, { lang })}</strong>`
    }</div>
<nav class="menu" aria-label="${lang === "zh" ? "栏目" : "Pages"}"><ul>${menu(lang, quarter, across).map(
      (link) =>
        html`<li><a href="${link.to}"${cleaned(path) === link.to ? html` aria-current="page"` : ""}>${say(link.words, { lang })}</a></li>`,
    )}</ul></nav>
${publication.demo && html`<p class="demo">${say(marks.demo, { lang })}</p>`}`.text;
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
