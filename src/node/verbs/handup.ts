import { existsSync } from "node:fs";
import path from "node:path";
import { type BundleHead, bundleText, signedText } from "../../bundle.ts";
import { shownOf } from "../../organisation.ts";
import { words } from "../../words.ts";
import { namedIndicators } from "../figures.ts";
import { nameFrom } from "../file_name.ts";
import { foundationsOf } from "../foundation.ts";
import { belowOf, dueIn, shortMethod } from "../handup/below.ts";
import { assertRelated, insideOf } from "../handup/inside.ts";
import { ownOf } from "../handup/own.ts";
import { returnsIn } from "../handup/returns.ts";
import { saidOf } from "../handup/said.ts";
import { signatureOf, signingKey } from "../handup/signature.ts";
import { totalsUp } from "../handup/totals.ts";
import { writtenAfter } from "../handup/written.ts";
import { assertNoPersonal } from "../leaks.ts";
import { alone } from "../lock.ts";
import { methodsOf } from "../methods.ts";
import { asOf, data, out, releases } from "../options.ts";
import { quarterSaid } from "../quarter_said.ts";
import { releasesIn } from "../releases.ts";
import { text, type Verb } from "../verb.ts";
import { openWarehouse } from "../warehouse.ts";
import { fillWarehouse } from "./ingest.ts";

/** Writes what the level above is told of a quarter: one signed file. */
export const handup: Verb = {
  name: "handup",
  words: words(
    "向上级工会上报：把一个季度的公开数字写成一份签名文件",
    "hands up a quarter: its public figures as one signed file for the federation above",
  ),
  options: {
    quarter: { type: "string", value: "2018Q4", words: words("上报哪个季度", "quarter to hand up") },
    key: {
      type: "string",
      value: "FILE",
      default: ".handup-key.pem",
      words: words(
        "签名密钥，没有时自动生成；请备份，不要外传",
        "key to sign with, made where there is none; back it up and keep it to yourselves",
      ),
    },
    to: {
      type: "string",
      value: "DIR",
      default: "handup",
      words: words("上报文件放在哪里", "folder for the file"),
    },
    releases,
    "as-of": asOf,
    data,
    out,
  },
  run: (call) =>
    alone(text(call, "out"), async () => {
      const quarter = quarterSaid(call.options.quarter, "npm run handup -- --quarter 2018Q4");
      if (existsSync(text(call, "key"))) signingKey(text(call, "key"));
      const ingested = await fillWarehouse(call);
      const earlier = releasesIn(text(call, "releases"), ingested.demo);
      const organisation = shownOf(call.organisation);
      const rooms = path.join(call.home, "pipelines");
      const warehouse = await openWarehouse(text(call, "out"));
      try {
        const below = await belowOf(warehouse, organisation, rooms);
        assertRelated(below, quarter);
        call.progress(call.lang === "zh" ? "计算指标" : "measuring");
        const own = await ownOf(call, warehouse, ingested, quarter, earlier);
        const indicators = new Map(namedIndicators(organisation).map((i) => [i.name, i]));
        const todays = new Map(
          methodsOf(organisation, foundationsOf(organisation.rooms, rooms)).map((method) => [
            method.indicator,
            shortMethod(method.sha256),
          ]),
        );
        const figures = totalsUp(own, indicators, below, todays);
        const key = signingKey(text(call, "key"));
        const inside = insideOf(below, quarter);
        const head: BundleHead = {
          federation: organisation.federation.zh,
          quarter,
          asOf: own.asOf,
          edition: own.edition,
          code: own.code,
          demo: ingested.demo,
          ...(await returnsIn(call, warehouse, quarter)),
          inside,
          key: key.public,
        };
        const lastDay = ingested.quarters.find(({ id }) => id === quarter)?.lastDay ?? own.asOf;
        const unsigned = bundleText(head, figures, key.fingerprint, lastDay);
        const file = path.join(text(call, "to"), `${nameFrom(`上报-${head.federation}-${quarter}`)}.csv`);
        await writtenAfter(file, signedText(unsigned, signatureOf(unsigned, key)), (aside) =>
          assertNoPersonal(warehouse, call.organisation, call.home, aside),
        );
        const lines = saidOf(
          {
            ...own,
            quarter,
            file,
            figures: figures.length,
            withheld: figures.filter(({ hidden }) => hidden !== undefined).length,
            inside,
            isWithin: below?.relation === "within",
            overlapping: (below?.bundles ?? [])
              .filter((bundle) => bundle.quarter === quarter && bundle.overlap !== undefined)
              .map(({ federation }) => federation),
            missing: below ? dueIn(below, quarter).missing : [],
            key,
            keyFile: text(call, "key"),
          },
          call.lang,
        );
        for (const line of lines) call.say(line);
        return 0;
      } finally {
        warehouse.close();
      }
    }),
};
