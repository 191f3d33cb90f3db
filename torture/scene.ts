import { createHash, generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { organisation } from "../pipelines/index.ts";
import { forgottenIn } from "../src/node/forgotten.ts";
import { standIn } from "../src/node/into_place.ts";
import { editionsIn, readRelease } from "../src/node/releases.ts";
import { putFederation } from "../test/federation.ts";
import { filesBelow, Workbench } from "../test/workbench.ts";

/** What the registers say: in the one state a case recovered 1,000 yuan, in the other 1,500. */
export type State = 0 | 1;

/** The verbs that are killed. */
export const verbs = [
  "ingest",
  "figures",
  "explain",
  "findings",
  "diff",
  "release",
  "export",
  "lake",
  "handup",
  "forget",
  "build",
] as const;
export type Tried = (typeof verbs)[number];

/** The things that a verb leaves, each as a hash of all that is in it; null where it is not there. */
export interface Seen {
  readonly warehouse: string | null;
  readonly receipts: string | null;
  readonly site: string | null;
  readonly exported: string | null;
  readonly lake: string | null;
  readonly handed: string | null;
}
export const things = ["warehouse", "receipts", "site", "exported", "lake", "handed"] as const;

/** What each verb may change; `forget` empties Framework's root, which no reader sees. */
const filled = ["warehouse", "receipts"] as const;
export const changes: Readonly<Record<Tried, readonly (keyof Seen)[]>> = {
  ingest: filled,
  figures: filled,
  explain: filled,
  findings: filled,
  diff: filled,
  release: filled,
  export: [...filled, "exported"],
  lake: [...filled, "lake"],
  handup: [...filled, "handed"],
  forget: filled,
  build: [...filled, "site"],
};

const quarter = "2018Q1";

const digest = (texts: Iterable<string | Uint8Array>): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 16);
};

/** The same key in every scene: what is signed with it is then the same. */
const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });

/** A folder with all its files, but what is made aside in it; one that was just moved away to make room counts as it stood. */
const folderHash = (place: string): string | null => {
  const folder = existsSync(place) ? place : standIn(place);
  if (folder === undefined) return null;
  const files = filesBelow(folder).filter((file) => !/\.new-run\d+-\d+/.test(file));
  return files.length === 0
    ? null
    : digest(files.flatMap((file) => [file, readFileSync(path.join(folder, file))]));
};

/** A small federation of three townships with its output folders, in which verbs are run and killed. */
export class Scene {
  readonly bench: Workbench;
  readonly site: string;
  readonly exported: string;
  readonly lake: string;
  readonly handed: string;
  readonly releases: string;
  readonly key: string;
  readonly #grows: boolean;

  /**
   * @param grows whether the states differ by a file that comes and goes, instead of by what one says
   * @param of whose figures are looked at; all by default
   */
  constructor(grows = false, of = organisation) {
    this.bench = new Workbench(of);
    const at = (name: string): string => path.join(this.bench.folder, name);
    [this.site, this.exported, this.lake] = [at("dist"), at("export"), at("lake")];
    [this.handed, this.releases, this.key] = [at("handup"), at("releases"), at("key.pem")];
    this.#grows = grows;
    putFederation(this.bench, 3);
    writeFileSync(this.key, key, { mode: 0o600 });
    this.put(0);
  }

  /** Puts the registers into a state; one row of the file is always refused, so that there are receipts. */
  put(state: State): void {
    const late = (file: string, id: string, money: number): void =>
      this.bench.put(
        file,
        `填报日期：2018-10-20\n案件编号,批次号,受理日期,受理级次,所属区市,用人单位,申请人姓名,申请人类别,涉及人数,案由,援助形式,确认金额,结案日期,结案方式,结果
${id},P9,2018-02-20,市级,小城区,小城1号有限公司,令狐丙,农民工,20,劳动报酬,诉讼代理,${money},2018-03-15,判决,全部支持
坏${this.#grows ? id : state},P9,2018-02-30,市级,小城区,小城1号有限公司,令狐丙,农民工,20,劳动报酬,诉讼代理,1,2018-03-15,判决,全部支持\n`,
      );
    late("案件-补报.csv", "A9", state === 0 || this.#grows ? 1000 : 1500);
    const second = "案件-再补.csv";
    if (this.#grows && state === 1) late(second, "A10", 500);
    else rmSync(path.join(this.bench.data, second), { force: true });
    rmSync(path.join(this.bench.data, ".forgotten.json"), { force: true });
  }

  argv(verb: Tried): string[] {
    const where = ["--data", this.bench.data, "--out", this.bench.out];
    const none = ["--releases", path.join(this.bench.folder, "none")];
    return {
      ingest: ["ingest", ...where],
      figures: ["figures", "--json", ...where],
      release: ["release", quarter, "--supersede", "--why", "再发", ...where, "--releases", this.releases],
      explain: ["explain", "legal_aid.recovered", "--quarter", quarter, ...where],
      findings: ["findings", ...where],
      diff: ["diff", "--against", path.join(this.releases, quarter), ...where],
      lake: ["export", "--lake", this.lake, ...where],
      handup: ["handup", "--quarter", quarter, "--key", this.key, "--to", this.handed, ...where, ...none],
      export: ["export", ...where, ...none, "--to", this.exported],
      forget: ["forget", "--person", "A1", ...where],
      build: ["build", ...where, ...none, "--site", this.site],
    }[verb];
  }

  /** @throws where the warehouse or the list of the forgotten cannot be read */
  async see(): Promise<Seen> {
    forgottenIn(this.bench.data);
    const hasWarehouse = existsSync(path.join(this.bench.out, "warehouse.duckdb"));
    const read = async (): Promise<string> => {
      const figures = await this.bench.figures();
      const ledger = await this.bench.rows("SELECT path, sha256, accepted FROM intake.files ORDER BY path");
      return digest([...figures, ...ledger].map((one) => JSON.stringify(one)));
    };
    return {
      warehouse: hasWarehouse ? await read() : null,
      receipts: folderHash(path.join(this.bench.out, "receipts")),
      site: folderHash(this.site),
      exported: folderHash(this.exported),
      lake: folderHash(this.lake),
      handed: folderHash(this.handed),
    };
  }

  /** The figures of every edition that was released, in order. @throws where one cannot be read or was changed */
  editions(): string[] {
    return editionsIn(path.join(this.releases, quarter)).map((folder) =>
      digest(readRelease(folder).figures.map((figure) => JSON.stringify(figure))),
    );
  }

  /** Takes back all editions but the first. */
  takeBack(): void {
    for (const folder of editionsIn(path.join(this.releases, quarter)).slice(1))
      rmSync(folder, { recursive: true, force: true });
  }

  /** What runs left lying about: made aside, logs, locks. */
  leftovers(): string[] {
    const folders = [
      this.bench.folder,
      this.bench.out,
      this.bench.data,
      this.handed,
      this.releases,
      path.join(this.releases, quarter),
    ];
    return folders
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder))
      .filter((name) => /\.tmp|\.wal|\.new|\.old|^lock|^\.spill|-run\d/.test(name));
  }

  /** Whether the person who was forgotten still stands in the warehouse, byte for byte. */
  remembers(): boolean {
    return readFileSync(path.join(this.bench.out, "warehouse.duckdb")).includes("令狐甲");
  }

  clear(): void {
    this.bench.clear();
  }
}
