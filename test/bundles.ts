import path from "node:path";
import { afterAll } from "vitest";
import { organisation } from "../pipelines/index.ts";
import { type BundleHead, bundleText, numbersIn, signedText } from "../src/bundle.ts";
import { namedIndicators } from "../src/node/figures.ts";
import { foundationsOf } from "../src/node/foundation.ts";
import { shortMethod } from "../src/node/handup/below.ts";
import { type SigningKey, signatureOf, signingKey } from "../src/node/handup/signature.ts";
import { methodsOf } from "../src/node/methods.ts";
import type { Organisation } from "../src/organisation.ts";
import { rooms, Workbench, withRooms } from "./workbench.ts";

const { targets: _, completeness: __, ...one } = { ...withRooms("legal_aid"), headlines: [] };
/** A federation of one programme, which asks for no returns. */
export const legalAid: Organisation = one;

/** Gives benches of such federations, which go when the file's tests are over. */
export const benches = (): (() => Workbench) => {
  const made: Workbench[] = [];
  afterAll(() => {
    for (const bench of made) bench.clear();
  });
  return () => {
    const bench = new Workbench(legalAid);
    made.push(bench);
    return bench;
  };
};

const indicators = new Map(namedIndicators(organisation).map((one) => [one.name, one]));
let methods: ReadonlyMap<string, string> | undefined;
/** What today's program measures an indicator by. */
export const methodOf = (indicator: string): string => {
  methods ??= new Map(
    methodsOf(organisation, foundationsOf(organisation.rooms, rooms)).map(({ indicator: name, sha256 }) => [
      name,
      shortMethod(sha256),
    ]),
  );
  return methods.get(indicator) ?? "0000000000000000";
};

/** A key kept in a bench's folder under a short name. */
export const keyNamed = (bench: Workbench, name: string): SigningKey =>
  signingKey(path.join(bench.folder, `${name}.pem`));

/** What is otherwise than in a usual bundle of 2018Q3. */
export interface Otherwise extends Partial<BundleHead> {
  /** Indicator → number, `<10` or ※. */
  readonly told?: Readonly<Record<string, string>>;
  readonly lastDay?: string;
  /** The fingerprint in its rows. */
  readonly of?: string;
  /** A change of the text before it is signed. */
  readonly edited?: (unsigned: string) => string;
}

/** A signed bundle of a federation whose name is its key's followed by 总工会. */
export const bundleFrom = (bench: Workbench, name: string, otherwise: Otherwise = {}): string => {
  const { told = { "legal_aid.cases": "7" }, lastDay = "2018-09-30", of, edited, ...head } = otherwise;
  const key = keyNamed(bench, name);
  const unsigned = bundleText(
    {
      federation: `${name}总工会`,
      quarter: "2018Q3",
      asOf: "2018-10-08",
      edition: null,
      code: "",
      demo: false,
      due: null,
      received: null,
      inside: [],
      key: key.public,
      ...head,
    },
    Object.entries(told).map(([indicator, value]) => ({
      indicator,
      name: "",
      span: "quarter",
      unit: indicators.get(indicator)?.unit ?? "case",
      method: methodOf(indicator),
      federations: 1,
      ...numbersIn({ value, numerator: value }),
    })),
    of ?? key.fingerprint,
    lastDay,
  );
  const text = edited?.(unsigned) ?? unsigned;
  return signedText(text, signatureOf(text, key));
};

/** The register of federations below, each under its key's name. @param more further cells of a row */
export const rosterOf = (bench: Workbench, names: readonly string[], more = ",2018Q3,"): string =>
  [
    "下级工会名称,签名指纹,起报季度,止报季度",
    ...names.map((name) => `${name}总工会,${keyNamed(bench, name).fingerprint}${more}`),
  ].join("\n");
