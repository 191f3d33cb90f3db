import { quarter, quarterOf } from "./calendar.ts";
import { type Read, readCell, readFiled, readNote } from "./cells.ts";
import { decoded, split } from "./csv.ts";
import { type FormId, formIds, formOf } from "./forms.ts";

export type Entry = Readonly<Record<string, Read>>;

/** A file as it was read: its sound rows, before keys and references. */
interface Sheet {
  readonly name: string;
  readonly form: FormId;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly filed?: string | undefined;
  readonly rows: Entry[];
}

/** A file as a return: whose, for when, and the quarters that its sound rows lie in, be they superseded since. */
export interface Handed {
  readonly title: string;
  readonly unit: string | undefined;
  readonly period: string | undefined;
  readonly quarters: readonly string[];
}

/** What a federation handed in, row by row as it counts. */
export interface Intake {
  readonly rows: Readonly<Record<FormId, readonly Entry[]>>;
  /** Registers of which a file was handed in, be it empty. */
  readonly handedIn: ReadonlySet<FormId>;
  readonly sheets: readonly Handed[];
  readonly firstMonth: number;
}

const bare = (header: string): string => header.replace(/（万元）$/, "");

/** The form whose needed columns the line has, all of them; the one with most columns if several. */
const formAt = (line: readonly string[]): FormId | undefined => {
  const heads = line.map((cell) => bare(cell.trim()));
  const score = (id: FormId): number => {
    const columns = Object.values(formOf(id).columns);
    const has = columns.filter(({ names }) => names.some((name) => heads.includes(name)));
    return columns.every((c) => !c.needed || has.includes(c)) ? has.length : 0;
  };
  const [best] = formIds.map((id) => ({ id, n: score(id) })).sort((a, b) => b.n - a.n);
  return best && best.n > 0 ? best.id : undefined;
};

/** A total or a signature: no data. */
const isRemark = (line: readonly string[]): boolean =>
  /^(合\s*计|小计|总计|填表人：.*)$/.test(line.find((cell) => cell.trim() !== "")?.trim() ?? "");

const readSheet = (name: string, bytes: Uint8Array): Sheet => {
  const lines = split(decoded(bytes));
  const at = lines.findIndex((line) => formAt(line) !== undefined);
  const heads = lines[at] ?? [];
  const form = formAt(heads) as FormId;
  const { columns, order = [] } = formOf(form);
  const above = lines.slice(0, at).flat();
  const wholeSheet = above.some((cell) => cell.trim() === "单位：万元");
  const places = Object.entries(columns).flatMap(([id, column]) => {
    const place = heads.findIndex((cell) => column.names.includes(bare(cell.trim())));
    return place < 0 ? [] : [{ id, column, place, tens: wholeSheet || /（万元）$/.test(heads[place] ?? "") }];
  });
  const rows = lines
    .slice(at + 1)
    .filter((line) => line.some((cell) => cell.trim() !== "") && !isRemark(line))
    .map((line) =>
      Object.fromEntries(
        places.map(({ id, column, place, tens }) => [id, readCell(column, line[place] ?? "", tens)]),
      ),
    )
    .filter((row) => Object.values(row).every((value) => value !== undefined))
    .filter((row) =>
      order.every(([a, b]) => row[a] == null || row[b] == null || (row[a] as string) <= (row[b] as string)),
    )
    .filter((row) => isSound(form, row));
  return {
    name,
    form,
    unit: readNote(above, "填报单位"),
    period: readNote(above, "期别"),
    filed: readFiled(readNote(above, "填报日期")),
    rows,
  };
};

/** Rows that say what cannot be: nobody concerned, less than nothing, a visit to or by nobody. */
const isSound = (form: FormId, row: Entry): boolean => {
  if (form === "visits")
    return (
      (row.enterprise ?? row.enterpriseName ?? null) !== null && (row.cadre ?? row.cadreName ?? null) !== null
    );
  if (form === "cases")
    return row.people !== 0 && ![row.confirmed, row.avoided].some((n) => typeof n === "bigint" && n < 0n);
  return true;
};

/** Later words count: files that state no day by name first, then those that do, by day and name. */
const inOrder = (sheets: readonly Sheet[], firstMonth: number): Sheet[] => {
  const day = ({ filed, period }: Sheet): string =>
    filed ?? (period === undefined ? "" : quarter(period, firstMonth).last);
  return [...sheets].sort((a, b) =>
    day(a) === day(b) ? (a.name < b.name ? -1 : 1) : day(a) < day(b) ? -1 : 1,
  );
};

interface Held {
  readonly row: Entry;
  readonly sheet: Sheet;
}

const keyOf = (form: FormId, row: Entry): string => {
  const { key, otherwiseKey } = formOf(form);
  const first = row[key[0] as string];
  return JSON.stringify(
    (first == null && otherwiseKey ? ["", ...otherwiseKey] : key).map((id) => String(row[id] ?? "")),
  );
};

/** Codes by name, current or former; undefined where the name means several. */
const called = (rows: readonly Entry[], id: string, ...names: string[]): Map<string, string | undefined> => {
  const found = new Map<string, string | undefined>();
  for (const row of rows)
    for (const name of names)
      for (const one of String(row[name] ?? "").split("、")) {
        if (one === "") continue;
        const code = String(row[id]);
        found.set(one, found.has(one) && found.get(one) !== code ? undefined : code);
      }
  return found;
};

/** The area that an area became in the end. */
export const identityOf = (areas: readonly Entry[]): ((id: string) => string) => {
  const next = new Map(
    areas.flatMap((a) => (a.successor == null ? [] : [[String(a.id), String(a.successor)]])),
  );
  const end = (id: string): string => (next.has(id) ? end(next.get(id) as string) : id);
  return end;
};

/** Reads everything a federation handed in. */
export const takeIn = (files: Readonly<Record<string, Uint8Array>>, firstMonth: number): Intake => {
  const seen = new Set<string>();
  const read = Object.keys(files)
    .sort()
    .flatMap((name) => {
      const bytes = files[name] as Uint8Array;
      const whole = Buffer.from(bytes).toString("latin1");
      // A copy of a file says nothing new.
      if (seen.has(whole)) return [];
      seen.add(whole);
      return [readSheet(name, bytes)];
    });
  const sheets = inOrder(read, firstMonth);
  const spoken = {} as Record<FormId, Held[]>;
  const rows = {} as Record<FormId, Entry[]>;

  /** Rows of a form after references are seen to; then of those with one key the last. */
  const settle = (form: FormId, refer: (row: Entry) => Entry | undefined = (row) => row): void => {
    const last = new Map<string, Entry>();
    spoken[form] = [];
    for (const sheet of sheets.filter((s) => s.form === form))
      for (const row of sheet.rows) {
        const kept = refer(row);
        if (kept === undefined) continue;
        spoken[form].push({ row: kept, sheet });
        last.set(keyOf(form, kept), kept);
      }
    rows[form] = [...last.values()];
  };
  /** A row that points at what is not there is refused, unless nothing of the kind was ever handed in. */
  const points =
    (form: FormId, on: Readonly<Record<string, string>>) =>
    (row: Entry): Entry | undefined => {
      const there = rows[form];
      const hit = there.some((other) =>
        Object.entries(on).every(([mine, theirs]) => row[mine] === other[theirs]),
      );
      return there.length === 0 || hit ? row : undefined;
    };
  const all =
    (...checks: ((row: Entry) => Entry | undefined)[]) =>
    (row: Entry): Entry | undefined =>
      checks.reduce<Entry | undefined>((kept, check) => kept && check(kept), row);

  settle("areas");
  const ends = identityOf(rows.areas);
  const areaOf = (row: Entry): Entry | undefined => {
    const said = String(row.area);
    if (rows.areas.length === 0 || rows.areas.some(({ id }) => id === said)) return row;
    const meant = new Set(
      rows.areas
        .filter((a) => [a.name, ...String(a.former ?? "").split("、")].includes(said))
        .map((a) => ends(String(a.id))),
    );
    return meant.size === 1 ? { ...row, area: [...meant][0] as string } : undefined;
  };
  settle("enterprises", areaOf);
  settle("cadres");
  settle("links", points("cadres", { cadre: "id" }));

  const enterpriseNames = called(rows.enterprises, "id", "name", "former");
  const cadreNames = called(rows.cadres, "id", "name");
  const named =
    (code: string, name: string, form: FormId, names: Map<string, string | undefined>) =>
    (row: Entry): Entry | undefined => {
      if (row[code] == null) {
        const found = names.get(String(row[name]));
        return found === undefined ? undefined : { ...row, [code]: found };
      }
      return points(form, { [code]: "id" })(row);
    };
  settle(
    "visits",
    all(
      named("enterprise", "enterpriseName", "enterprises", enterpriseNames),
      named("cadre", "cadreName", "cadres", cadreNames),
    ),
  );
  settle("problems");
  settle("cases");
  settle("receipts", points("cases", { case: "id" }));
  settle("serviceUnits");
  settle("lawyers", (row) => {
    if (points("serviceUnits", { unit: "id" })(row)) return row;
    const found = called(rows.serviceUnits, "id", "name").get(String(row.unit));
    return found === undefined ? undefined : { ...row, unit: found };
  });
  settle("classes");
  settle("sessions", points("classes", { class: "id" }));
  settle("enrolments", points("classes", { class: "id" }));
  settle(
    "attendance",
    all(
      points("sessions", { class: "class", number: "number" }),
      points("enrolments", { class: "class", learner: "learner" }),
    ),
  );
  settle("canteens");
  settle("grades", points("canteens", { canteen: "id" }));
  settle("stations");
  settle("budgetLines");
  settle("payments", points("budgetLines", { line: "id" }));
  settle("returnsDue");

  return {
    rows,
    handedIn: new Set(sheets.map(({ form }) => form)),
    sheets: sheets.map(({ name, form, unit, period }) => {
      const { title, event } = formOf(form);
      const kept = event === undefined ? [] : spoken[form].filter(({ sheet }) => sheet.name === name);
      return {
        title,
        unit,
        period,
        quarters: kept.map(({ row }) => quarterOf(String(row[event as string]), firstMonth)),
      };
    }),
    firstMonth,
  };
};
