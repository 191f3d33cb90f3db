/** Of no meaning to anybody; what it stands between is put together again before a page is done. */
const mark = "\ue000";

/** Data may say `{{`: told apart from a token on a page that nobody reads, which stops the build. */
export const apart = (text: string): string => text.replace(/\{(?=\{)/g, `{${mark}`);

/** Undoes `apart`. */
export const together = (html: string): string => html.replaceAll(`{${mark}`, "{");
