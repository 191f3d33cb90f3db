import type { Words } from "../words.ts";

/** What a room's model.sql says of one table: what a row is, and what its columns hold. */
export interface ModelWords {
  /** `room.table`, as the statement writes it. */
  readonly model: string;
  /** From `-- grain: 中文 | English`; absent where the line has not both languages. */
  readonly grain?: Words;
  /** From `-- column: name | 中文 | English` above the statement. */
  readonly columns: ReadonlyMap<string, Words>;
  /** The statement without its comments. */
  readonly sql: string;
}

const made = /^\s*CREATE\s+(?:OR\s+REPLACE\s+)?(?:TABLE|VIEW)\s+(\w+\.\w+)/i;
const grain = /^--\s*grain:\s*(.+?)\s*\|\s*(.+?)\s*$/m;
const column = /^--\s*column:\s*(\w+)\s*\|\s*(.+?)\s*\|\s*(.+?)\s*$/gm;

const columnsIn = (comment: string): Map<string, Words> =>
  new Map([...comment.matchAll(column)].map(([, id = "", zh = "", en = ""]) => [id, { zh, en }]));

/**
 * Reads the words in a model.sql. Lines above the first blank line of the file's opening comment hold for every table
 * of the file, lines directly above a statement for its table alone.
 * @param statements as `statements` cuts them, each with the comment above it
 */
export const modelWords = (statements: readonly string[]): ModelWords[] => {
  let shared = new Map<string, Words>();
  return statements.flatMap((statement, i) => {
    const head = /^(?:\s*(?:--[^\n]*)?\n)*/.exec(statement)?.[0] ?? "";
    const paragraphs = head.trim().split(/\n\s*\n/);
    const own = paragraphs.pop() ?? "";
    if (i === 0) shared = columnsIn(paragraphs.join("\n"));
    const sql = statement.replace(/--[^\n]*/g, "");
    const model = made.exec(sql)?.[1];
    if (model === undefined) return [];
    const [, zh, en] = grain.exec(own) ?? [];
    return [
      {
        model,
        ...(zh !== undefined && en !== undefined && { grain: { zh, en } }),
        columns: new Map([...shared, ...columnsIn(own)]),
        sql,
      },
    ];
  });
};
