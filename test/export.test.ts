import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { read, utils } from "@e965/xlsx";
import { DataType, tableFromIPC } from "apache-arrow";
import Big from "big.js";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import { command } from "../src/node/command.ts";
import { csvWriter } from "../src/node/export/csv.ts";
import { type Format, formats, type Holdings } from "../src/node/export/edition.ts";
import { exportTo, holdingsOf } from "../src/node/export/export.ts";
import { expectFree } from "../src/node/export/free.ts";
import { atHand, type Row, type Table, text } from "../src/node/export/table.ts";
import { xlsxWriter } from "../src/node/export/xlsx.ts";
import { verbsWith } from "../src/node/verbs/index.ts";
import { openWarehouse, type Warehouse } from "../src/node/warehouse.ts";
import { words } from "../src/words.ts";
import { demonstration } from "./demonstration.ts";
import { personalLookout } from "./personal.ts";
import { filesBelow, home, rooms, Workbench } from "./workbench.ts";

let bench: Workbench;
const own = mkdtempSync(path.join(os.tmpdir(), "taizhang-"));
const folder = (name: string): string => path.join(own, name);
let warehouse: Warehouse;
let open: Holdings;
let internal: Holdings;

/** The registers that hold personal fields: the other tables are looked through in one format. */
const delicate = (holdings: Holdings): Holdings => {
  const names = new Set(
    organisation.rooms.flatMap((room) =>
      room.registers
        .filter(({ fields }) => Object.values(fields).some((field) => field.personal))
        .map(({ id }) => `${room.id}.${id}`),
    ),
  );
  return { ...holdings, tables: holdings.tables.filter(({ name }) => names.has(name)) };
};

beforeAll(async () => {
  const shown = await demonstration();
  bench = shown.bench;
  warehouse = await openWarehouse(bench.out);
  const grounds = { warehouse, organisation, ingested: shown.ingested, rooms, releases: [] };
  open = await holdingsOf({ ...grounds, audience: "public" });
  internal = await holdingsOf({ ...grounds, audience: "internal" });
  for (const format of formats) await exportTo(open, format, folder(`public-${format}`));
  await exportTo(internal, "csv", folder("internal-csv"));
  for (const format of ["parquet", "arrow", "xlsx"] as const)
    await exportTo(delicate(internal), format, folder(`internal-${format}`));
}, 120_000);
afterAll(() => {
  warehouse?.close();
  rmSync(own, { recursive: true });
});

const all = async (table: Table | undefined): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const some of table?.rows() ?? []) rows.push(...some);
  return rows;
};

const csvIn = (folder: string, name: string): string[][] => {
  const file = readFileSync(path.join(folder, `${name}.csv`), "utf8");
  expect(file.startsWith("\ufeff"), name).toBe(true);
  return Papa.parse<string[]>(file.slice(1), { skipEmptyLines: true }).data;
};

const bare = (number: string): string =>
  number.includes(".") ? number.replace(/\.?0+$/, "").replace(/^-0$/, "0") : number;

/** What a cell says, however many zeros follow: 0.500000 is 0.5. */
const meant = (table: Table, rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    row.map((cell, i) => (cell === null || table.columns[i]?.kind.is !== "decimal" ? cell : bare(cell))),
  );

const parquetRows = async (file: string): Promise<{ types: string[]; rows: Row[] }> => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`FROM read_parquet('${file}')`);
  const found = {
    types: reader.columnTypes().map(String),
    rows: reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
  };
  connection.closeSync();
  instance.closeSync();
  return found;
};

const arrowRows = (file: string): { types: string[]; rows: Row[] } => {
  const table = tableFromIPC(readFileSync(file));
  const { fields } = table.schema;
  const told = (cell: unknown, type: DataType): string | null => {
    if (cell === null) return null;
    if (!DataType.isDecimal(type)) return String(cell);
    const words = new BigInt64Array((cell as Uint32Array).slice().buffer);
    const units = ((words[1] ?? 0n) << 64n) + BigInt.asUintN(64, words[0] ?? 0n);
    return String(new Big(units.toString()).div(new Big(10).pow(type.scale)));
  };
  const columns = fields.map(({ type }, i) => {
    const vector = table.getChildAt(i);
    return Array.from({ length: table.numRows }, (_, at) => told(vector?.get(at), type));
  });
  return {
    types: fields.map(({ type }) => String(type)),
    rows: Array.from({ length: table.numRows }, (_, at) => columns.map((column) => column[at] ?? null)),
  };
};

describe("the warehouse", () => {
  it("says of every table and every column in Chinese and English what it holds", async () => {
    const bare = await warehouse.rows(`
      SELECT schema_name || '.' || table_name AS what FROM duckdb_tables() WHERE comment IS NULL
      UNION ALL
      SELECT schema_name || '.' || table_name || '.' || column_name FROM duckdb_columns()
      WHERE NOT internal AND comment IS NULL`);
    expect(bare.map((row) => row.what)).toEqual([]);
    const odd = await warehouse.rows(`
      SELECT column_name, comment FROM duckdb_columns()
      WHERE NOT internal AND NOT regexp_matches(comment, '^.*[\\x{4e00}-\\x{9fff}].* · .*[A-Za-z]')`);
    expect(odd).toEqual([]);
    const [day] = await warehouse.rows(
      "SELECT comment FROM duckdb_columns() WHERE table_name = 'visit_log' AND column_name = 'visit_day'",
    );
    expect(day?.comment).toBe("走访日期 · visit day");
    const [person] = await warehouse.rows(
      "SELECT comment FROM duckdb_columns() WHERE table_name = 'learners' AND column_name = 'learner_name'",
    );
    expect(person?.comment).toContain("个人信息，不出数据仓库");
  });
});

describe("each format holds the figures of the public edition", () => {
  const figures = (): Table => open.tables.find(({ name }) => name === "figures") as Table;

  it("csv, exactly as they were measured", async () => {
    const [header, ...rows] = csvIn(folder("public-csv"), "figures");
    expect(header).toEqual(figures().columns.map(({ name }) => name));
    expect(rows).toEqual((await all(figures())).map((row) => row.map((cell) => cell ?? "")));
    expect(rows.length).toBeGreaterThan(10_000);
  });

  it("parquet, numbers as decimals", async () => {
    const { types, rows } = await parquetRows(path.join(folder("public-parquet"), "figures.parquet"));
    expect(types.slice(6, 10)).toEqual(["VARCHAR", ...Array(3).fill("DECIMAL(38,6)")]);
    expect(meant(figures(), rows)).toEqual(meant(figures(), await all(figures())));
  });

  it("arrow, numbers as decimals", async () => {
    const { types, rows } = arrowRows(path.join(folder("public-arrow"), "figures.arrow"));
    expect(types.slice(6, 8)).toEqual(["Utf8", "Decimal[38e+6]"]);
    expect(rows).toEqual(meant(figures(), await all(figures())));
  });

  it("xlsx, numbers as numbers and codes as text, with a sheet that says what they are", async () => {
    const book = read(readFileSync(path.join(folder("public-xlsx"), "taizhang.xlsx")));
    expect(book.SheetNames).toEqual(["字典 dictionary", ...open.tables.map(({ name }) => name)]);
    const sheet = book.Sheets.figures ?? {};
    const [header, ...rows] = utils.sheet_to_json<(string | number | null)[]>(sheet, {
      header: 1,
      defval: null,
    });
    expect(header).toEqual(figures().columns.map(({ name }) => name));
    expect(rows.map((row) => row.map((cell) => (cell === null ? null : String(new Object(cell)))))).toEqual(
      meant(figures(), await all(figures())).map((row) =>
        row.map((cell, i) => (cell !== null && i >= 7 && i <= 9 ? String(Number(cell)) : cell)),
      ),
    );
    const code = rows.findIndex((row) => /^99\d{4}/.test(String(row[4])));
    expect(sheet[utils.encode_cell({ r: code + 1, c: 4 })].t).toBe("s");
    const rate = rows.findIndex((row) => row[13] === "rate" && row[7] !== null);
    expect(sheet[utils.encode_cell({ r: rate + 1, c: 7 })]).toMatchObject({
      t: "n",
      w: expect.stringMatching(/%$/),
    });
    expect(utils.sheet_to_json(book.Sheets["字典 dictionary"] ?? {}).length).toBeGreaterThan(60);
  });
});

interface Field {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly title_en: string;
  readonly constraints?: { readonly required?: true; readonly unique?: true; readonly enum?: string[] };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly dialect?: { readonly sheetName?: string };
  readonly schema: {
    readonly fields: Field[];
    readonly primaryKey?: string[];
    readonly foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}
const resourcesIn = (folder: string): Resource[] =>
  JSON.parse(readFileSync(path.join(folder, "datapackage.json"), "utf8")).resources;

const lexical: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(?:true|false)$/,
};

/** What the Table Schema specification asks of a file, as far as a resource claims it. */
const faultsIn = ({ name, schema }: Resource, [header = [], ...rows]: string[][]): string[] => {
  const { fields, primaryKey } = schema;
  const faults: string[] = [];
  if (header.join() !== fields.map((f) => f.name).join()) faults.push(`${name}: header`);
  for (const [i, { name: field, type, constraints = {} }] of fields.entries()) {
    if (!(type in lexical)) faults.push(`${name}.${field}: type ${type}`);
    const allowed = constraints.enum && new Set(constraints.enum);
    const wrong = rows.find((row) => {
      const cell = row[i] ?? "";
      if (cell === "") return constraints.required === true;
      return !lexical[type]?.test(cell) || (allowed && !allowed.has(cell));
    });
    if (wrong) faults.push(`${name}.${field}: ${wrong[i]}`);
    if (constraints.unique && new Set(rows.map((row) => row[i])).size !== rows.length)
      faults.push(`${name}.${field}: not unique`);
  }
  const places = primaryKey?.map((one) => fields.findIndex((f) => f.name === one)) ?? [];
  if (places.includes(-1)) faults.push(`${name}: primaryKey`);
  if (places.length > 0) {
    const keys = new Set(rows.map((row) => JSON.stringify(places.map((i) => row[i]))));
    if (keys.size !== rows.length) faults.push(`${name}: primaryKey not unique`);
  }
  return faults;
};

describe("the dictionary", () => {
  it("is a data package that every csv file of both audiences agrees with", () => {
    for (const audience of ["public", "internal"]) {
      const where = folder(`${audience}-csv`);
      const resources = resourcesIn(where);
      // The internal edition's figures are those of the public one and more; its tables with a key are registers.
      const read = resources.filter(
        (one) => audience === "public" || (one.schema.primaryKey && one.name.includes(".")),
      );
      const tables = new Map(read.map((one) => [one.name, csvIn(where, one.name)]));
      expect(read.length).toBeGreaterThan(5);
      expect(read.flatMap((one) => faultsIn(one, tables.get(one.name) ?? []))).toEqual([]);
      expect(resources.filter(({ name }) => !/^[a-z0-9._-]+$/.test(name))).toEqual([]);
      expect(
        readdirSync(where)
          .filter((file) => file.endsWith(".csv"))
          .sort(),
      ).toEqual(resources.map((one) => one.path).sort());
      for (const { schema, name } of read)
        for (const { fields, reference } of schema.foreignKeys ?? []) {
          const [own = [], ...rows] = tables.get(name) ?? [];
          const [theirs = [], ...others] = tables.get(reference.resource) ?? [];
          const known = new Set(others.map((row) => row[theirs.indexOf(reference.fields[0] ?? "")]));
          const at = own.indexOf(fields[0] ?? "");
          expect(
            rows.find((row) => !known.has(row[at] ?? "") && row[at] !== "total"),
            name,
          ).toBeUndefined();
        }
    }
  });

  it("finds what a file does against it", () => {
    const one: Resource = {
      name: "t",
      path: "t.csv",
      schema: {
        fields: [
          { name: "a", type: "integer", title: "", title_en: "", constraints: { required: true } },
          { name: "b", type: "string", title: "", title_en: "", constraints: { enum: ["x"] } },
        ],
        primaryKey: ["a"],
      },
    };
    expect(
      faultsIn(one, [
        ["a", "b"],
        ["1", "x"],
      ]),
    ).toEqual([]);
    expect(
      faultsIn(one, [
        ["a", "b"],
        ["1.5", "x"],
        ["2", "y"],
        ["2", ""],
      ]),
    ).toHaveLength(3);
  });

  it("says in Chinese and English what every field is, in every format", () => {
    for (const format of formats) {
      const resources = resourcesIn(folder(`public-${format}`));
      const fields = resources.flatMap(({ schema }) => schema.fields);
      expect(fields.filter((f) => !/[\u4e00-\u9fff]/.test(f.title) || !/[a-z]/i.test(f.title_en))).toEqual(
        [],
      );
      for (const { path: file, dialect } of resources) {
        expect(existsSync(path.join(folder(`public-${format}`), file)), file).toBe(true);
        expect(dialect?.sheetName !== undefined).toBe(format === "xlsx");
      }
      const readme = readFileSync(path.join(folder(`public-${format}`), "README.md"), "utf8");
      expect(readme).toContain("均为虚构的示范数据");
      for (const { name } of resources) expect(readme).toContain(name);
    }
  });

  it("is CSV on the Web too: a column for every header, in its order", () => {
    const where = folder("internal-csv");
    const { tables } = JSON.parse(readFileSync(path.join(where, "csv-metadata.json"), "utf8")) as {
      tables: { url: string; tableSchema: { columns: { name: string; titles: string }[] } }[];
    };
    expect(tables).toHaveLength(internal.tables.length);
    for (const { url, tableSchema } of tables) {
      const header = readFileSync(path.join(where, url), "utf8").slice(1).split("\r\n")[0];
      expect(tableSchema.columns.map(({ titles }) => titles).join(), url).toBe(header);
    }
  });
});

describe("what is kept back", () => {
  it("a withheld number is an empty cell with its sign beside it, and no table of the public edition has rows of persons", async () => {
    const [header = [], ...rows] = csvIn(folder("public-csv"), "figures");
    const at = (name: string): number => header.indexOf(name);
    let withheld = 0;
    for (const part of ["value", "numerator", "denominator"])
      for (const row of rows) {
        if (row[at(`hidden_${part}`)] === "") continue;
        withheld += 1;
        expect(row[at(part)]).toBe("");
      }
    expect(withheld).toBeGreaterThan(100);
    expect(rows.filter((row) => row[at("dimension")] === "applicant_kind")).toEqual([]);
    expect(rows.filter((row) => row[at("span")] === "year" && row[at("dimension")] !== "total")).toEqual([]);
    expect(open.tables.map(({ name }) => name)).toEqual([
      "figures",
      "indicators",
      "quarters",
      "dimensions",
      "groups",
      "targets",
      "completeness",
    ]);
    const all = csvIn(folder("internal-csv"), "figures");
    expect(all.filter((row) => row[at("dimension")] === "applicant_kind").length).toBeGreaterThan(0);
    expect(all.slice(1).filter((row) => row[at("hidden_value")] !== "")).toEqual([]);
  });

  it("no file of either audience holds a personal value, whatever the format", async () => {
    const find = await personalLookout(bench);
    const clean = (text: string, file: string): void => {
      const found = find(text);
      expect(found === undefined, `${file} holds ${found?.slice(0, 1)}…`).toBe(true);
    };
    for (const audience of ["public", "internal"])
      for (const format of formats) {
        const where = folder(`${audience}-${format}`);
        for (const file of filesBelow(where)) {
          const full = path.join(where, file);
          const said = (rows: readonly Row[]): string => rows.map((row) => row.join("\n")).join("\n");
          if (file.endsWith(".parquet")) clean(said((await parquetRows(full)).rows), file);
          else if (file.endsWith(".arrow")) clean(said(arrowRows(full).rows), file);
          else if (file.endsWith(".xlsx"))
            for (const sheet of Object.values(read(readFileSync(full)).Sheets))
              clean(utils.sheet_to_csv(sheet), file);
          else clean(readFileSync(full, "utf8"), file);
        }
      }
    // What is looked for would be found: the registers are there, without their personal columns.
    expect(csvIn(folder("internal-csv"), "training.learners")[0]).not.toContain("learner_name");
    expect(csvIn(folder("internal-csv"), "training.learners")[0]).toContain("learner_id");
    expect(csvIn(folder("internal-csv"), "legal_aid.cases").length).toBeGreaterThan(600);
  }, 60_000);
});

describe("files", () => {
  const risky: Table = {
    name: "risky",
    words: words("试", "trial"),
    columns: [{ name: "said", words: words("话", "said"), kind: text }],
    rows: atHand([["=1+1"], ["-5.00"], ["-cmd|x"], ["+86"], ["@sum"], ["\tx"], ['a,"b"\nc']]),
  };

  it("hold no cell that a spreadsheet would run; negative numbers stay numbers", async () => {
    mkdirSync(folder("risky"));
    await csvWriter(folder("risky")).write(risky);
    expect(csvIn(folder("risky"), "risky").flat()).toEqual([
      "said",
      "'=1+1",
      "-5.00",
      "'-cmd|x",
      "'+86",
      "'@sum",
      "'\tx",
      'a,"b"\nc',
    ]);
    const writer = xlsxWriter(folder("risky"));
    await writer.write(risky);
    await writer.close(true);
    const sheet = read(readFileSync(path.join(folder("risky"), "taizhang.xlsx"))).Sheets.risky ?? {};
    for (const at of ["A2", "A3", "A4", "A5"]) {
      expect(sheet[at].t).toBe("s");
      expect(sheet[at].f).toBeUndefined();
    }
    expect(sheet.A2.v).toBe("=1+1");
  });

  it("say so in one sentence where Excel cannot hold a cell", async () => {
    const long = { ...risky, rows: atHand([["字".repeat(32_768)]]) };
    await expect(xlsxWriter(folder("risky")).write(long)).rejects.toThrow(/放不下；请改用 --format csv/);
  });

  it("are the same, byte for byte, at another time", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:10Z") });
    try {
      for (const format of formats) await exportTo(open, format, folder(`again-${format}`));
    } finally {
      vi.useRealTimers();
    }
    for (const format of formats)
      for (const file of filesBelow(folder(`public-${format}`))) {
        const [first, second] = ["public", "again"].map((name) =>
          readFileSync(path.join(folder(`${name}-${format}`), file)),
        );
        expect(first?.equals(second as Buffer), `${format}/${file}`).toBe(true);
      }
  });

  it("stand in place whole or not at all, and nothing is left beside them", async () => {
    const broken = {
      ...risky,
      rows: async function* () {
        yield [["a"]];
        throw new Error("stop");
      },
    };
    const to = folder("public-csv");
    const before = readFileSync(path.join(to, "README.md"), "utf8");
    for (const format of formats)
      await expect(exportTo({ ...open, tables: [broken] }, format as Format, to)).rejects.toThrow("stop");
    expect(readFileSync(path.join(to, "README.md"), "utf8")).toBe(before);
    expect(readdirSync(own).filter((name) => /\.(?:new|old)-/.test(name))).toEqual([]);
  });

  it("replace an earlier export and nothing else", () => {
    expect(() => expectFree(folder("public-csv"), bench.data)).not.toThrow();
    expect(() => expectFree(folder("nowhere"), bench.data)).not.toThrow();
    mkdirSync(folder("mine"));
    expect(() => expectFree(folder("mine"), bench.data)).not.toThrow();
    writeFileSync(path.join(folder("mine"), "datapackage.json"), '{"name":"somebody-else"}');
    expect(() => expectFree(folder("mine"), bench.data)).toThrow(/不是先前的导出/);
    expect(() => expectFree(bench.out, bench.data)).toThrow(/不是先前的导出/);
    expect(() => expectFree(path.join(bench.data, "export"), bench.data)).toThrow(/会被当作台账读入/);
  });
});

describe("the verb", () => {
  const run = async (...argv: string[]): Promise<{ status: number; out: string; err: string }> => {
    const said = { out: "", err: "" };
    const into = (stream: "out" | "err") => (line: string | Uint8Array) => {
      said[stream] += line;
      return true;
    };
    const spies = [
      vi.spyOn(process.stdout, "write").mockImplementation(into("out")),
      vi.spyOn(process.stderr, "write").mockImplementation(into("err")),
    ];
    try {
      return {
        status: await command(argv, await verbsWith(async () => demo), () => organisation, home),
        ...said,
      };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };

  it("explains itself, and refuses what it cannot do in one sentence", async () => {
    expect((await run("export", "--help")).out).toContain("csv|parquet|arrow|xlsx");
    expect((await run("export", "--help", "--lang", "en")).out).toContain("earlier export is replaced");
    for (const wrong of [
      ["--format", "ods"],
      ["--audience", "all"],
      ["--to", bench.data],
      ["--to", bench.out],
    ]) {
      const { status, err } = await run("export", "--data", bench.data, "--out", bench.out, ...wrong);
      expect(status, wrong.join(" ")).toBe(2);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });

  it("writes below --out what its last sentence says", async () => {
    const small = new Workbench();
    for (const room of ["rosters", "visits"]) small.putExamples(room);
    const { status, out } = await run("export", "--data", small.data, "--out", small.out, "--lang", "en");
    expect(status).toBe(0);
    expect(out).toContain(`7 tables (public edition, csv) are in ${path.join(small.out, "export")}`);
    expect(filesBelow(path.join(small.out, "export"))).toContain("figures.csv");
    small.clear();
  });

  it("leaves the earlier export as it was where a name has got into a column that is not personal", async () => {
    const small = new Workbench();
    for (const room of ["rosters", "visits"]) small.putExamples(room);
    const folders = ["--data", small.data, "--out", small.out, "--audience", "internal"];
    expect((await run("export", ...folders)).status).toBe(0);
    const told = (): string[] =>
      filesBelow(path.join(small.out, "export")).map((file) =>
        readFileSync(path.join(small.out, "export", file), "utf8"),
      );
    const before = told();
    const [titles = "", first = "", ...rest] = readFileSync(
      path.join(small.data, "rosters", "enterprises.csv"),
      "utf8",
    ).split("\n");
    const cadres = readFileSync(path.join(small.data, "rosters", "cadres.csv"), "utf8");
    const cadre = /^G\d+,([^,]+),/m.exec(cadres)?.[1];
    small.put(
      "rosters/enterprises.csv",
      [titles, first.split(",").with(1, `${cadre}商店`).join(","), ...rest].join("\n"),
    );
    const { status, err } = await run("export", ...folders);
    expect(status).toBe(1);
    expect(err).toContain("发现个人信息，没有发布");
    expect(err).not.toContain(cadre);
    expect(told()).toEqual(before);
    small.clear();
  });
});
