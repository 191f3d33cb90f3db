import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { bundleText, signedPart, signedText } from "../../src/bundle.ts";
import { fingerprintOf } from "../../src/fingerprint.ts";
import { type DemoQuarter, dayNumber, isoDay, quarters } from "./calendar.ts";
import type { Federation } from "./federation.ts";
import { handupFigures } from "./handup_figures.ts";
import { districts } from "./places.ts";
import { type DemoFile, type Sheet, write } from "./sheet.ts";

/** Who hands up, and which quarters: one of the three is late with the last. */
const federations = [
  { name: `${districts[0].name}总工会`, handsUp: ["2018Q4", "2019Q1"] },
  { name: `${districts[1].name}总工会`, handsUp: ["2018Q4", "2019Q1"] },
  { name: `${districts[3].name}总工会`, handsUp: ["2018Q4"] },
] as const;

/** The first quarter that they owe. */
const since = "2018Q4";

/** DER of an Ed25519 private key up to its 32 bytes (RFC 8410). */
const before = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * The key of an invented federation, made from its name, so that the same bytes come out at every run. Anybody can make
 * it: it proves nothing, which is why figures of the demonstration are refused wherever real registers are kept.
 */
const keyOf = (name: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([before, createHash("sha256").update(`demonstration ${name}`).digest()]),
    format: "der",
    type: "pkcs8",
  });

const publicOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: "spki", format: "der" });
const fingerprint = (spki: Buffer): string => fingerprintOf(createHash("sha256").update(spki).digest("hex"));

const roster: Sheet = {
  path: "下级/下级工会名册.csv",
  columns: ["下级工会名称", "签名指纹", "起报季度"],
  rows: () =>
    federations.map(({ name }) => ({
      下级工会名称: name,
      签名指纹: fingerprint(publicOf(keyOf(name))),
      起报季度: since,
    })),
};

const bundle = (f: Federation, district: number, quarter: DemoQuarter): DemoFile => {
  const { name } = federations[district] as (typeof federations)[number];
  const key = keyOf(name);
  const spki = publicOf(key);
  const due = 6 + district;
  const unsigned = bundleText(
    {
      federation: name,
      quarter: quarter.id,
      asOf: isoDay(dayNumber(quarter.lastDay) + 12),
      edition: district === 0 ? 1 : null,
      code: "演示",
      demo: true,
      due,
      received: district === 1 ? due - 1 : due,
      inside: [],
      key: spki.toString("base64"),
    },
    handupFigures(f, district, quarter),
    fingerprint(spki),
    quarter.lastDay,
  );
  const signature = sign(null, Buffer.from(signedPart(unsigned)), key).toString("base64");
  return {
    path: `下级/上报-${name}-${quarter.id}.csv`,
    bytes: Buffer.from(signedText(unsigned, signature)),
  };
};

/** What invented districts hand up to the city, and the register that lists them. */
export function* handups(f: Federation): Iterable<DemoFile> {
  yield write(roster);
  for (const [district, { handsUp }] of federations.entries())
    for (const quarter of quarters)
      if ((handsUp as readonly string[]).includes(quarter.id)) yield bundle(f, district, quarter);
}
