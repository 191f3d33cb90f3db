import { formatPart, formatQuarter } from "../format.ts";
import { type Context, say } from "./context.ts";
import type { Edition } from "./edition.ts";
import { escapeHtml, html, Markup } from "./markup.ts";
import { movement, sentence } from "./sentence.ts";

/** Size of the picture in pixels, as chats and search engines expect it. */
export const shareSize = { width: 1200, height: 630 } as const;

const style = `
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 52px 64px; background: #fff; color: #1d2126;
  border-top: 14px solid #a61c1c; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
p { margin: 0; } .whose { color: #a61c1c; font-size: 34px; font-weight: 700; } h1 { font-size: 54px; margin: 6px 0 30px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 22px 48px; }
li { border-top: 4px solid #2f4f6f; padding-top: 10px; } li p { font-size: 25px; color: #5b6470; }
strong { display: block; font-size: 52px; line-height: 1.25; } .demo { position: absolute; bottom: 26px; color: #6b3208; font-size: 22px; }`;

/** What the picture shows: whose quarter it is and its four headline figures, as a page of its own. */
export const sharePage = (edition: Edition, quarter: string): string => {
  const context: Context = { edition, quarter: edition.quarter(quarter), lang: "zh" };
  const items = edition.publication.headlines.slice(0, 4).map((id) => {
    const indicator = edition.indicator(id);
    const value = formatPart(edition.total(indicator, quarter), "value", indicator.unit, "zh");
    return html`<li><p>${say(indicator.words, context)}</p><strong>${value}</strong><p>${movement(indicator, context).split("，")[0]}</p></li>`;
  });
  const { federation, demo } = edition.publication;
  return html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${federation.zh}</title><style>${new Markup(style)}</style><body>
<p class="whose">${federation.zh}</p><h1>${formatQuarter(quarter, "zh")}工作报告</h1><ul>${items}</ul>${demo && html`<p class="demo">演示数据，均为虚构</p>`}</body></html>`
    .text;
};

/** The brief with what a chat needs to show it as a card: title, first sentence, picture. */
export const withCard = (page: string, edition: Edition, quarter: string): string => {
  const context: Context = { edition, quarter: edition.quarter(quarter), lang: "zh" };
  const [first] = edition.publication.headlines;
  const properties = {
    type: "article",
    title: `${edition.publication.federation.zh}${formatQuarter(quarter, "zh")}工作报告`,
    description: first === undefined ? "" : sentence(edition.indicator(first), context),
    image: "share.png",
  };
  const tags = Object.entries(properties).map(
    ([name, content]) => `<meta property="og:${name}" content="${escapeHtml(content)}">\n`,
  );
  return page.replace("</head>", () => `${tags.join("")}</head>`);
};
