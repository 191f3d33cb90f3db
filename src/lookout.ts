import { invisible } from "./unseen.ts";

/** A value found in a text: where, and what it was watched for as. */
export interface Found<T> {
  readonly value: string;
  readonly of: T;
  /** Position in the text, in UTF-16 units. */
  readonly at: number;
}

/** Of a longer value so many characters are looked for: what was cut short on its way is found as well. */
export const longest = 24;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

const unescaped = (text: string): string =>
  text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));|\\(?:u([0-9a-f]{4})|([nrt"\\/]))|((?:%[0-9a-f]{2})+)|\[u\+([0-9a-f]{4,6})\]/gi,
    (whole, named, decimal, hex, unit, mark, percent, unseen) => {
      if (named) return entities[String(named).toLowerCase()] ?? whole;
      if (decimal || hex) {
        const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
      }
      if (unseen) return "";
      if (unit) return String.fromCharCode(Number.parseInt(unit, 16));
      if (mark) return /[nr]/i.test(mark) ? "\n" : /t/i.test(mark) ? " " : mark;
      try {
        return decodeURIComponent(percent);
      } catch {
        return whole;
      }
    },
  );

const han = "[\\u3400-\\u9fff\\uf900-\\ufaff]";
/** What people type for the dot within a name, and spaces beside it: 买买提·吐尔逊. A full stop is one between two characters. */
const dots = new RegExp(` ?(?:[·•‧∙⋅・]|(?<=${han})\\.(?=${han})) ?`, "g");
/** The space comes first: there are fewer of them than of places to look back from. */
const spaced = new RegExp(` (?<=${han} )(?=${han})`, "g");

/**
 * A text as it is compared: escapes of HTML, JSON and addresses undone, characters that are not seen gone, full-width
 * forms, capitals and dots made alike, spaces folded, and none between two Chinese characters (a name set apart for
 * looks). A line's end stays one.
 */
export const folded = (text: string): string =>
  unescaped(text)
    .replace(invisible, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(dots, "·")
    .replace(/\s{2,}|[^\S \n]/g, (run) => (run.includes("\n") ? "\n" : " "))
    .replace(spaced, "");

const isLetter = (char: string): boolean => /^\p{L}$/u.test(char);
const isLatin = (char: string): boolean => /^[0-9a-z]$/.test(char);

/** A place as it is compared: the value with the characters beside it, a `·` for what is no letter. */
export const within = (text: string, at: number, length: number): string => {
  const beside = (char: string): string => (isLetter(char) ? char : "·");
  return beside(text.charAt(at - 1)) + text.slice(at, at + length) + beside(text.charAt(at + length));
};

/** A piece of a text that does not keep the whole of it in memory, as V8's slices do. */
const copied = (piece: string): string => piece.split("").join("");

/**
 * Looks for many texts at once, in one pass: what starts with the first two characters of no value is passed over by
 * a table of numbers, and of the rest only the lengths that occur are looked up. Texts must be folded.
 */
export class Lookout<T> {
  readonly #values = new Map<string, T>();
  /** Open addressing: the first two characters as one number → the lengths of values that start with them, as bits. */
  #heads = new Uint32Array(0);
  #lengths = new Uint32Array(0);
  /** Whether a value starts with a character, by its code: most characters of a page are not looked at further. */
  #starts = new Uint8Array(0);
  #stale = true;

  get size(): number {
    return this.#values.size;
  }

  /** Watches for a folded value of at least two characters; the first to name a value keeps it. */
  add(value: string, of: T): void {
    const cut = value.length > longest ? copied(value.slice(0, longest)) : value;
    if (cut.length < 2 || this.#values.has(cut)) return;
    this.#values.set(cut, of);
    this.#stale = true;
  }

  /** Every value in a folded text, the longest at each place. Latin letters and digits count as whole words only. */
  *find(text: string): Generator<Found<T>> {
    if (this.#stale) this.#lay();
    const starts = this.#starts;
    for (let at = 0; at < text.length - 1; at++) {
      if (starts[text.charCodeAt(at)] === 0) continue;
      const lengths = this.#lengthsAt(text.charCodeAt(at), text.charCodeAt(at + 1));
      if (lengths === 0) continue;
      for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
        if ((lengths & (1 << length)) === 0) continue;
        const value = text.slice(at, at + length);
        if (!this.#values.has(value) || !this.#whole(text, at, length)) continue;
        yield { value, of: this.#values.get(value) as T, at };
        break;
      }
    }
  }

  #whole(text: string, at: number, length: number): boolean {
    const clash = (inner: string, outer: string): boolean => isLatin(inner) && isLatin(outer);
    return (
      !clash(text.charAt(at), text.charAt(at - 1)) &&
      !clash(text.charAt(at + length - 1), length === longest ? "" : text.charAt(at + length))
    );
  }

  #slot(head: number): number {
    const mask = this.#heads.length - 1;
    let slot = (Math.imul(head, 0x9e3779b1) >>> 7) & mask;
    while (this.#heads[slot] !== 0 && this.#heads[slot] !== head) slot = (slot + 1) & mask;
    return slot;
  }

  #lengthsAt(first: number, second: number): number {
    return this.#lengths[this.#slot(((first << 16) | second) >>> 0)] as number;
  }

  #lay(): void {
    const size = 2 ** Math.ceil(Math.log2(2 * this.#values.size + 16));
    this.#heads = new Uint32Array(size);
    this.#lengths = new Uint32Array(size);
    this.#starts = new Uint8Array(1 << 16);
    for (const value of this.#values.keys()) {
      const head = ((value.charCodeAt(0) << 16) | value.charCodeAt(1)) >>> 0;
      const slot = this.#slot(head);
      this.#heads[slot] = head;
      this.#starts[head >>> 16] = 1;
      this.#lengths[slot] = (this.#lengths[slot] as number) | (1 << value.length);
    }
    this.#stale = false;
  }
}
