import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { home } from "./workbench.ts";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What leaves out tests that look as if they were there. */
const leavesOut = /\b(?:describe|it|test)\.(?:skip|skipIf|todo|fails|only)\b/;

/** Whether a test is declared: `it("…"`, also over a table of cases or where a condition is met. */
export const declares = (source: string, name: string): boolean =>
  !leavesOut.test(source) &&
  new RegExp(`^ *(?:(?:it|test)(?:\\.(?:each|runIf)\\b.*)?|\\]\\))\\(\\s*"${escaped(name)}"`, "m").test(
    source,
  );

/** Whether a document's row names tests that are there: `test/x.test.ts` and its name, or a case of the corpus. */
export const areThere = (cell: string): boolean => {
  const named = [...cell.matchAll(/`(test\/[^`]+)`(?: (.*?))?(?=, `test\/|$)/g)];
  return (
    named.length > 0 &&
    named.every(([, file = "", name = ""]) => {
      const full = path.join(home, file);
      if (!existsSync(full)) return false;
      return file.endsWith(".test.ts")
        ? name !== "" && declares(readFileSync(full, "utf8"), name)
        : file.startsWith("test/corpus/") && name === "";
    })
  );
};
