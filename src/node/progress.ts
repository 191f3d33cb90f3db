import { onOneLine } from "../unseen.ts";

/** How far long work has come: one line that is written over on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  readonly tell: (words: string) => void;
  readonly clear: () => void;
}

/** A log keeps at most one line in this many milliseconds. */
const pause = 2000;

export const progressOn = (stream: NodeJS.WriteStream): Progress => {
  let last = Date.now();
  let shown = false;
  return {
    tell: (said) => {
      const words = onOneLine(said);
      if (stream.isTTY) {
        stream.write(`\r\u001b[K${words}`);
        shown = true;
      } else if (Date.now() - last >= pause) {
        last = Date.now();
        stream.write(`${words}\n`);
      }
    },
    clear: () => {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
};
