/** A shorter script takes no time, and may be written by hand. In characters. */
const long = 5_000;

/** As a minifier writes them: of a module with or without names, and at run time. */
const statement = /\bimport(?:[\w$*{][^"'`()=;]*\bfrom|\{[^"'`()=;]*\}from)?"[^"\n]*"|\bimport\("[^"\n]*"\)/g;
const exportedFrom = /\bexport\s*(?:\*|\{[^{}]*\}\s*from\b)/;
const lookedFor = /\bFileAttachment\b|\bimport\.meta\b/;

/**
 * A minified bundle of which only the imports are left, each at its place; the script itself where it is short, or where
 * it may hold anything else that Framework looks for.
 */
export const importsAlone = (script: string): string => {
  if (script.length < long || lookedFor.test(script) || exportedFrom.test(script)) return script;
  const found = [...script.matchAll(statement)];
  if (found.length !== [...script.matchAll(/\bimport\b/g)].length) return script;
  let left = "";
  for (const { 0: text, index } of found) left += "\n".repeat(index - left.length) + text;
  return left + "\n".repeat(script.length - left.length);
};
