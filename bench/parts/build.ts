import { existsSync } from "node:fs";
import path from "node:path";
import { words } from "../../src/words.ts";
import { atMost, median, type Part, type Scene, times } from "../measured.ts";
import { home, type Took, verb } from "../run.ts";

const data = path.join(home, "data");
const most = { full: 25, again: 3 };

/** The demonstration's site; built where no part has built it yet. */
export const demoSite = async ({ folder, tell }: Scene): Promise<string> => {
  const site = path.join(folder, "demo-site");
  if (existsSync(site)) return site;
  tell("building the demonstration");
  await verb("build", { data, out: path.join(folder, "demo"), site });
  return site;
};

export const building: Part = {
  name: "build",
  words: words("示范总工会：算指标、建网站", "The demonstration: figures and site"),
  measure: async ({ folder, rounds, tell }) => {
    const figures: Took[] = [];
    const full: Took[] = [];
    const again: Took[] = [];
    for (let n = 1; n <= rounds; n++) {
      const [out, site] = [
        path.join(folder, n < rounds ? `demo-${n}` : "demo"),
        path.join(folder, n < rounds ? `demo-site-${n}` : "demo-site"),
      ];
      tell(`figures, ${n} of ${rounds}`);
      figures.push(await verb("figures", { data, out: path.join(folder, `figures-${n}`) }));
      tell(`build, ${n} of ${rounds}`);
      full.push(await verb("build", { data, out, site }));
      tell(`build with nothing changed, ${n} of ${rounds}`);
      again.push(await verb("build", { data, out, site }));
    }
    const seconds = (all: readonly Took[]): number => median(all.map((one) => one.seconds));
    return [
      times(words("figures，从头", "figures, from nothing"), figures),
      times(
        words("build，从头", "build, from nothing"),
        full,
        atMost(seconds(full), most.full, `${most.full} s`),
      ),
      times(
        words("build，没有变化", "build, nothing changed"),
        again,
        atMost(seconds(again), most.again, `${most.again} s`),
      ),
    ];
  },
};
