import { grades } from "../../finding.ts";
import type { Room } from "../../register.ts";
import { type Words, words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { readRoomFile } from "../model.ts";
import { statements } from "../sql.ts";
import type { Doubt } from "./doubt.ts";

const heading = new RegExp(
  `^--\\s*finding:\\s*(\\w+)\\s*\\|\\s*(${grades.join("|")})\\s*\\|\\s*(.+?)\\s*\\|\\s*(.+?)\\s*$`,
  "m",
);
const said = (line: "reading" | "tells", sql: string): Words | undefined => {
  const match = new RegExp(`^--\\s*${line}:\\s*(.+?)\\s*\\|\\s*(.+?)\\s*$`, "m").exec(sql);
  return match ? words(match[1] as string, match[2] as string) : undefined;
};

/**
 * What a room looks for itself, from its findings.sql. Each query stands below three lines: `-- finding: name | grade |
 * 中文 | English`, `-- reading:` with the rule and `-- tells:` with the sentence, both 中文 | English. It returns `_key`,
 * `_score`, `_file`, `_line` and, as text, what the sentence has slots for.
 * @throws Failure when a query lacks one of these lines
 */
export const roomDoubts = (room: Room, folder: string): Doubt[] =>
  statements(readRoomFile(folder, room, "findings.sql")).map((sql, i) => {
    const match = heading.exec(sql);
    const reading = said("reading", sql);
    const tells = said("tells", sql);
    if (!match || !reading || !tells)
      throw new Failure(
        `${room.id}/findings.sql 第 ${i + 1} 条语句上面要有三行：“-- finding: 名称 | ${grades.join(" 或 ")} | 中文 | English”“-- reading: 规则 | rule”“-- tells: 句子 | sentence”`,
        `${room.id}/findings.sql, statement ${i + 1} needs three lines above it: “-- finding: name | ${grades.join(" or ")} | 中文 | English”, “-- reading: 规则 | rule”, “-- tells: 句子 | sentence”`,
      );
    const [, id, grade, zh, en] = match as unknown as [
      string,
      string,
      (typeof grades)[number],
      string,
      string,
    ];
    return {
      kind: { id: `${room.id}.${id}`, grade, words: { zh, en }, reading },
      forms: { said: tells },
      sql: `SELECT _key AS _id, '${room.id}' AS _room, 'said' AS _form, * EXCLUDE (_key) FROM (${sql}\n)`,
    };
  });
