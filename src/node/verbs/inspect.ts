import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { inert } from "../../formula.ts";
import { inspect as look } from "../../inspect.ts";
import type { Inspection } from "../../inspection.ts";
import { tablesOf } from "../../organisation.ts";
import { mend, tells, why } from "../../problem.ts";
import { type Lang, words } from "../../words.ts";
import { openWorkbook } from "../../workbook.ts";
import { Failure } from "../failure.ts";
import { nameFrom } from "../file_name.ts";
import { signatureSeen } from "../handup/inspected.ts";
import { data, json } from "../options.ts";
import { readRegular } from "../regular_file.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";

/** The file as it was named or, where there is none, under the data folder. */
const bytesAt = (call: Call, file: string): Uint8Array => {
  const inData = path.join(text(call, "data"), file);
  try {
    const bytes = readRegular(!existsSync(file) && existsSync(inData) ? inData : file, true);
    if (!("reason" in bytes)) return bytes;
    throw new Failure(
      `${file} ${why(bytes, "zh")}；${mend(bytes, "zh")}`,
      `${file} ${why(bytes, "en")}; ${mend(bytes, "en")}`,
    );
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw code === "ENOENT"
      ? new Failure(`没有这个文件：${file}`, `there is no such file: ${file}`)
      : new Failure(`${file} 打不开（${code}），请核对权限`, `${file} cannot be opened (${code})`);
  }
};

const mark = { error: { zh: "退回", en: "refused" }, warning: { zh: "提醒", en: "warning" } };

const problemLine = (
  { line, header, found, why, mend, severity }: Inspection["problems"][number],
  lang: Lang,
): string => {
  if (lang === "en") {
    const place = [line !== null && `line ${line}`, header && `column "${header}"`]
      .filter(Boolean)
      .join(", ");
    return `  [${mark[severity].en}] ${place ? `${place}: ` : ""}${tells(found, why) ? `"${found}": ` : ""}${why}; ${mend}.`;
  }
  const place = [line !== null && `第 ${line} 行`, header && `“${header}”栏`].filter(Boolean).join("");
  return `  【${mark[severity].zh}】${place ? `${place}：` : ""}${tells(found, why) ? `填的是“${found}”，` : ""}${why}；${mend}。`;
};

const lines = (file: string, seen: Inspection, lang: Lang): string[] => {
  const zh = lang === "zh";
  const name =
    seen.sheet === null ? file : zh ? `${file} 工作表“${seen.sheet}”` : `${file}, sheet "${seen.sheet}"`;
  const how = zh
    ? [
        `${seen.encoding}（${seen.ground}）`,
        seen.separator && `分隔符 ${seen.separator}`,
        `表头在第 ${seen.headerLine} 行`,
      ]
    : [
        `${seen.encoding} (${seen.ground})`,
        seen.separator && `separator ${seen.separator}`,
        `header on line ${seen.headerLine}`,
      ];
  const head = seen.register
    ? zh
      ? `${name}：${seen.registerWords}；${how.filter(Boolean).join("，")}`
      : `${name}: ${seen.registerWords}; ${how.filter(Boolean).join(", ")}`
    : zh
      ? `${name}：看不出是哪一种台账`
      : `${name}: no register that is known`;
  const counts = zh
    ? `  读到 ${seen.read} 行：可采用 ${seen.accepted}，退回 ${seen.refused}，重复 ${seen.repeated}`
    : `  ${seen.read} rows read: ${seen.accepted} acceptable, ${seen.refused} refused, ${seen.repeated} repeated`;
  const columns = seen.columns.map(({ header, field, words: said }) =>
    field ? `  ${header} → ${said}（${field}）` : zh ? `  ${header} → 不用这一栏` : `  ${header} → not used`,
  );
  return [
    head,
    ...(seen.register ? [counts, ...columns] : []),
    ...seen.problems.map((p) => problemLine(p, lang)),
  ];
};

/** `{file, sheet, encoding, …}`: the shape of `--json`. */
const plain = (file: string, seen: Inspection) => ({
  file,
  sheet: seen.sheet,
  encoding: seen.encoding,
  ground: seen.ground,
  separator: seen.separator,
  headerLine: seen.headerLine,
  register: seen.register,
  read: seen.read,
  accepted: seen.accepted,
  refused: seen.refused,
  repeated: seen.repeated,
  columns: seen.columns,
  problems: seen.problems,
});

type Look = ReturnType<typeof look>[number];

const csvOf = ({ headers, rows }: NonNullable<Look["understood"]>): string =>
  `\ufeff${Papa.unparse([[...headers], ...rows.map((row) => row.map((cell) => inert(cell ?? "")))], { newline: "\r\n" })}`;

/** Writes one table into a folder; several of one file are told apart by sheet or number. */
const writeClean = (call: Call, name: string, csv: string): void => {
  const folder = String(call.options.out);
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, `${nameFrom(name)}.csv`);
  try {
    // A link that leads nowhere yet would be followed: `wx` makes a new file or none.
    writeFileSync(target, `${csv}\r\n`, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Failure(`${target} 已存在，请换一个文件夹`, `${target} exists already; choose another folder`);
  }
  call.say(target);
};

/** Writes the rows that would be accepted; what would be refused is named, so that it is not missed. */
const clean = (call: Call, file: string): boolean => {
  const looks = look(bytesAt(call, file), tablesOf(call.organisation), call.lang, openWorkbook);
  const tables = looks.filter(({ understood }) => understood !== null);
  if (tables.length === 0)
    throw new Failure(`${file} 看不出是哪一种台账，无法改写`, `${file} is no register that is known`);
  if (tables.length > 1 && call.options.out === undefined)
    throw new Failure(
      `${file} 里有 ${tables.length} 张表，请用 --out 指定放在哪个文件夹`,
      `${file} holds ${tables.length} tables; name a folder with --out`,
    );
  const { name } = path.parse(file);
  for (const [i, { inspection, understood }] of tables.entries()) {
    const csv = csvOf(understood as NonNullable<Look["understood"]>);
    if (call.options.out === undefined) call.give(csv);
    else writeClean(call, tables.length === 1 ? name : `${name}-${inspection.sheet ?? ""}${i + 1}`, csv);
  }
  const refused = looks.reduce((sum, { inspection }) => sum + inspection.refused, 0);
  const unread = looks.length - tables.length;
  if (refused > 0)
    call.remark(
      call.lang === "zh"
        ? `${file}：有 ${refused} 行须修改，未写入；去掉 --csv 可看原因`
        : `${file}: ${refused} rows must be mended and were not written; leave out --csv to see why`,
    );
  return refused + unread > 0;
};

export const inspect: Verb = {
  name: "inspect",
  words: words(
    "看一个文件会被怎样理解、要改哪里，不入库",
    "shows what the workbench sees in a file, without loading it",
  ),
  takes: "FILE…",
  options: {
    json,
    csv: {
      type: "boolean",
      words: words(
        "把理解后的内容写成规范的 UTF-8 CSV",
        "write the file as clean UTF-8 CSV, as it was understood",
      ),
    },
    data,
    out: {
      type: "string",
      value: "DIR",
      words: words("与 --csv 同用：写到这个文件夹", "with --csv: write the copies into this folder"),
    },
    strict: { type: "boolean", words: words("有退回的行时以 1 退出", "exit 1 when rows were refused") },
  },
  run: async (call) => {
    if (call.files.length === 0)
      throw new Failure(
        "请写明要看的文件：npm run inspect -- 文件.csv",
        "name the file: npm run inspect -- FILE.csv",
      );
    if (isSet(call, "csv")) {
      if (call.files.length > 1 && call.options.out === undefined)
        throw new Failure(
          "多个文件改写时，请用 --out 指定放在哪个文件夹",
          "to write more than one file, name a folder with --out",
        );
      const refused = call.files.map((file) => clean(call, file)).some((any) => any);
      return refused && isSet(call, "strict") ? 1 : 0;
    }
    const registers = tablesOf(call.organisation);
    const seen = call.files.flatMap((file) => {
      const bytes = bytesAt(call, file);
      return look(bytes, registers, call.lang, openWorkbook).map(({ inspection }) => ({
        file,
        inspection: signatureSeen(bytes, inspection, call.lang),
      }));
    });
    if (isSet(call, "json"))
      call.say(
        JSON.stringify(
          seen.map(({ file, inspection }) => plain(file, inspection)),
          null,
          1,
        ),
      );
    else
      for (const { file, inspection } of seen)
        for (const line of lines(file, inspection, call.lang)) call.say(line.replaceAll("\n", " "));
    const refused = seen.some(({ inspection }) => inspection.refused > 0 || inspection.register === null);
    return refused && isSet(call, "strict") ? 1 : 0;
  },
};
