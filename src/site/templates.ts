import { words } from "../words.ts";
import { type Context, say } from "./context.ts";
import { html, type Markup } from "./markup.ts";

const none = words("暂无模板。", "No templates yet.");

/** Links to the template of every register, room by room. */
export const templates = (context: Context): Markup => {
  const { templates: files, rooms } = context.edition.publication;
  if (files.length === 0) return html`<p class="none">${say(none, context)}</p>`;
  const folder = context.lang === "zh" ? "./published" : "../published";
  return html`<dl class="templates">${rooms.map((room) => {
    const own = files.filter((f) => f.room === room.id);
    return (
      own.length > 0 &&
      html`<dt>${say(room.words, context)}</dt>${own.map((f) => html`<dd><a href="${folder}/templates/${encodeURIComponent(f.file)}" download="${f.file}">${say(f.words, context)}</a></dd>`)}`
    );
  })}</dl>`;
};
