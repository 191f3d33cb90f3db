import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { words } from "../../words.ts";
import { exportsOfRowsIn } from "../export/of_rows.ts";
import { Failure } from "../failure.ts";
import { figuresOf } from "../figures.ts";
import { dropFiguresKept } from "../figures_kept_file.ts";
import { type Forgot, saidOf } from "../forgot.ts";
import { type ForgottenList, forgottenIn, hashOf, keepForgotten, withPerson } from "../forgotten.ts";
import { alone } from "../lock.ts";
import { data, json, out } from "../options.ts";
import { Nobody, type Person, personMeant } from "../person.ts";
import { type Known, knownOf, remainsIn } from "../remains.ts";
import { thisRun } from "../run.ts";
import { knownSent, personSent } from "../sent_persons.ts";
import { asking, stagedSite } from "../staged.ts";
import { stillTold } from "../still_told.ts";
import { unreadIn } from "../unread.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";
import { fillWarehouse } from "./ingest.ts";

const figuresAsText = (call: Call): Promise<string[]> =>
  asking(call, async (warehouse) =>
    (await figuresOf(warehouse, call.organisation)).map((figure) => JSON.stringify(figure)),
  );

const today = (): string => new Date().toISOString().slice(0, 10);

/** Whom somebody means, and what the registers know them by. */
interface Meant {
  readonly persons: readonly Person[];
  readonly known: Known;
}

const meantIn = (call: Call, asked: string, out?: string): Promise<Meant> =>
  asking(
    call,
    async (warehouse) => {
      const persons = await personMeant(warehouse, call.organisation, asked);
      return { persons, known: await knownOf(warehouse, call.organisation, persons) };
    },
    out,
  );

/**
 * The same where the person is on the list already, because a run was killed or somebody asks twice: the warehouse knows
 * nobody of the kind any more, so one is made beside it for as long as it is asked. Undefined where that one knows
 * nobody on the list either.
 */
const meantBefore = async (call: Call, asked: string, list: ForgottenList): Promise<Meant | undefined> => {
  const out = path.join(text(call, "out"), `again-${thisRun}`);
  try {
    // Without its code a run keeps nothing of what it read.
    await fillWarehouse(call, { out, forgotten: { ...list, persons: [] }, code: undefined });
    const meant = await meantIn(call, asked, out);
    const hashes = new Set(list.persons.map(({ hash }) => hash));
    return meant.persons.every(({ of, value }) => hashes.has(hashOf(list, of, value))) ? meant : undefined;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

const meantBy = async (call: Call, asked: string, list: ForgottenList): Promise<Meant> => {
  const [data, { organisation, progress }] = [text(call, "data"), call];
  const unlessNobody = (error: unknown): undefined => {
    if (!(error instanceof Nobody)) throw error;
  };
  const find = async (): Promise<Meant> => {
    try {
      return await meantIn(call, asked);
    } catch (error) {
      const before =
        list.persons.length > 0 ? await meantBefore(call, asked, list).catch(unlessNobody) : undefined;
      if (before) return before;
      unlessNobody(error);
      const persons = personSent(data, organisation, asked, progress);
      return { persons, known: await asking(call, (w) => knownOf(w, organisation, persons)) };
    }
  };
  const { persons, known } = await find();
  return { persons, known: knownSent(data, organisation, persons, known, progress) };
};

const forgetPersons = async (call: Call, list: ForgottenList, { persons, known }: Meant): Promise<Forgot> => {
  dropFiguresKept(text(call, "out"));
  const before = await figuresAsText(call);
  const longer = persons.reduce((all, { of, value }) => withPerson(all, of, value, today()), list);
  keepForgotten(text(call, "data"), longer);
  await fillWarehouse(call);
  const after = await figuresAsText(call);
  const moved = before.findIndex((figure, i) => figure !== after[i]);
  if (moved >= 0 || before.length !== after.length) {
    keepForgotten(text(call, "data"), list);
    await fillWarehouse(call);
    const { indicator = "", quarter = "" } = JSON.parse(before[moved] ?? "{}") as Record<string, string>;
    throw new Failure(
      `没有去除：去除后指标 ${indicator}（${quarter}）的数值会变，已恢复原状，请联系维护人员`,
      `nothing was done: the figure ${indicator} (${quarter}) would have moved, so all is as it was; tell the maintainers`,
    );
  }
  rmSync(stagedSite(call), { recursive: true, force: true });
  const hashes = new Set(persons.map(({ of, value }) => hashOf(longer, of, value)));
  const instead = longer.persons.filter((p) => hashes.has(p.hash)).map((p) => p.instead);
  const [count] = await asking(call, (warehouse) =>
    warehouse.rows(
      `SELECT count(*) AS n FROM intake.forgotten WHERE instead IN (${instead.map((one) => `'${one}'`).join(", ")})`,
    ),
  );
  return {
    rows: Number(count?.n ?? 0),
    figures: after.length,
    instead,
    exported: exportsOfRowsIn(text(call, "out")),
    remains: remainsIn(text(call, "data"), call.organisation, known, call.progress),
    ...(await asking(call, (warehouse) => stillTold(warehouse, text(call, "out"), known))),
  };
};

/**
 * Sees that every file was read: one that could not be, today, may tell of somebody tomorrow.
 * @throws Failure where one was not
 */
const expectAllRead = async (call: Call): Promise<void> => {
  const [first, ...rest] = (await asking(call, unreadIn)).filter(
    ({ problem }) => problem.severity === "error",
  );
  if (first === undefined) return;
  const n = rest.length + 1;
  throw new Failure(
    `没有从名单删去：${n} 份文件没有读成（${first.path}），里面可能还有名单上的人；请改好或移走后重新运行`,
    `nobody was dropped from the list: ${n} files could not be read (${first.path}) and may still tell of somebody on it; mend or remove them and run again`,
  );
};

/** Who is on the list, and how many rows in data/ are still cleared for each. With `--done`, who has none is dropped. */
const listed = async (call: Call, list: ForgottenList): Promise<string[]> => {
  const rows = await asking(call, (warehouse) =>
    warehouse.rows(
      "SELECT instead, count(*) AS n FROM (SELECT file_id, line, instead FROM intake.forgotten UNION SELECT file_id, line, instead FROM intake.withheld) GROUP BY 1",
    ),
  );
  const counts = new Map(rows.map((row) => [row.instead, row.n]));
  const zh = call.lang === "zh";
  const done = list.persons.filter(({ instead }) => !counts.has(instead));
  const drops = isSet(call, "done") && done.length > 0;
  if (drops) await expectAllRead(call);
  if (drops)
    keepForgotten(text(call, "data"), {
      ...list,
      persons: list.persons.filter((person) => !done.includes(person)),
    });
  if (list.persons.length === 0) return [zh ? "没有人要求过删除。" : "Nobody was forgotten."];
  return list.persons.map(({ on, instead }) => {
    const n = counts.get(instead) ?? "0";
    const gone = drops && n === "0" ? (zh ? "，已从名单删去" : ", dropped from the list") : "";
    return zh
      ? `${instead}  ${on}  data/ 里还有 ${n} 行${gone}`
      : `${instead}  ${on}  ${n} rows still in data/${gone}`;
  });
};

export const forget: Verb = {
  name: "forget",
  words: words(
    "按本人要求，从数据仓库、回执和缓存里去除一个人的信息，已公布的数字不变",
    "takes one person's data out of warehouse, receipts and caches, and leaves published totals as they are",
  ),
  options: {
    person: {
      type: "string",
      value: "ID",
      words: words(
        "学籍号、干部编号、案件编号、执业证号、身份证号等；分不清时写 栏目=编号；写 - 则从标准输入读。不写则列出已去除的",
        "the person's number, or COLUMN=NUMBER where it could be several; - reads it from stdin. Without it: who was forgotten",
      ),
    },
    done: {
      type: "boolean",
      words: words(
        "data/ 里已处理完的，从名单删去：此后再没有办法对上这个人",
        "drops from the list whom data/ tells of no more: nothing can be matched with the person after that",
      ),
    },
    data,
    out,
    json,
  },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const asked = call.options.person === "-" ? readFileSync(0, "utf8").trim() : call.options.person;
      const list = forgottenIn(text(call, "data"));
      await fillWarehouse(call);
      if (asked === undefined) {
        for (const line of await listed(call, list)) call.say(line);
        return 0;
      }
      const done = await forgetPersons(call, list, await meantBy(call, String(asked), list));
      if (isSet(call, "json")) call.say(JSON.stringify(done, null, 2));
      else for (const line of saidOf(done, call.lang === "zh")) call.say(line);
      return 0;
    }),
};
