import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";

const corpus = path.join(import.meta.dirname, "..", "corpus");
const files = readdirSync(corpus)
  .flatMap((name) =>
    readdirSync(path.join(corpus, name))
      .filter((file) => file.startsWith("sent."))
      .map((file) => readFileSync(path.join(corpus, name, file))),
  )
  .filter((bytes) => bytes.length < 20_000);

const pieces = [
  '"',
  ",",
  "\t",
  ";",
  "\n",
  "\r",
  "\0",
  "\ufeff",
  "合计",
  "__proto__",
  "'",
  "=1+1",
  "\u202e",
  "小计,,,1\n",
];

/** Cuts a stretch out of a file, says it twice, or puts something between. */
export const mutated = fc
  .record({
    file: fc.nat(files.length - 1),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(40),
        kind: fc.constantFrom("cut", "twice", "put"),
        piece: fc.constantFrom(...pieces),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ file, edits }) =>
    edits.reduce((bytes, { at, length, kind, piece }) => {
      const from = Math.floor(at * bytes.length);
      const [before, middle, after] = [
        bytes.subarray(0, from),
        bytes.subarray(from, from + length),
        bytes.subarray(from + length),
      ];
      if (kind === "cut") return Buffer.concat([before, after]);
      if (kind === "twice") return Buffer.concat([before, middle, middle, after]);
      return Buffer.concat([before, Buffer.from(piece), middle, after]);
    }, files[file] as Buffer),
  );
