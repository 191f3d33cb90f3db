/** An SQL identifier. */
export const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** An SQL string. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `room.table`, quoted. */
export const table = (room: string, id: string): string => `${name(room)}.${name(id)}`;

/** A model as it is named, `room.table`, quoted. */
export const modelName = (named: string): string => named.split(".").map(name).join(".");

/** The statements of a file, each with the comment above it. Semicolons in strings and comments do not count. */
export const statements = (text: string): string[] => {
  const found: string[] = [];
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;/g)) {
    if (token !== ";") continue;
    found.push(text.slice(start, index).trim());
    start = index + 1;
  }
  found.push(text.slice(start).trim());
  return found.filter((statement) => statement.replace(/--[^\n]*/g, "").trim() !== "");
};
