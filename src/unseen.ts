/**
 * Characters that show nothing and change what is shown: they turn the direction of writing, join or part words unseen,
 * or fill a place with nothing.
 */
export const invisible =
  /\u034f|[\u180b-\u180e]|[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** These and the characters that steer a terminal: neither shows anything. Spaces, tabs and line breaks are not among them. */
export const unseen = new RegExp(`[^\\P{Cc}\\t\\n\\v\\f\\r]|${invisible.source}`, "gu");

const marked = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;

/** A text with every character that is not seen written out, as `[U+202E]`: it is shown and no longer obeyed. */
export const seenThrough = (text: string): string => text.replace(unseen, marked);

/** The same on one line: a name with a line break in it cannot pass for two lines. */
export const onOneLine = (text: string): string =>
  seenThrough(text).replace(/[\t\n\v\f\r\u2028\u2029]/g, marked);

/** JSON text that says the same without such characters: within its strings they are written as `\u202e`. */
export const escapedJson = (json: string): string =>
  json.replace(unseen, (found) =>
    [...Array(found.length).keys()]
      .map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
