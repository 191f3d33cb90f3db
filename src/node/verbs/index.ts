import type { Verb } from "../verb.ts";
import type { Inventor } from "./demo.ts";

type Load = () => Promise<Verb>;

/**
 * Every verb, in the order in which help lists them, with how it is loaded: all of them together take a third of the
 * time in which the program starts.
 */
const loads = (demo: () => Promise<Inventor>): ReadonlyMap<string, Load> =>
  new Map<string, Load>([
    ["build", async () => (await import("./build.ts")).build],
    ["dev", async () => (await import("./dev.ts")).dev],
    ["serve", async () => (await import("./serve.ts")).serve],
    ["ingest", async () => (await import("./ingest.ts")).ingest],
    ["inspect", async () => (await import("./inspect.ts")).inspect],
    ["figures", async () => (await import("./figures.ts")).figures],
    ["explain", async () => (await import("./explain.ts")).explain],
    ["release", async () => (await import("./release.ts")).release],
    ["diff", async () => (await import("./diff.ts")).diff],
    ["handup", async () => (await import("./handup.ts")).handup],
    ["export", async () => (await import("./export.ts")).exportVerb],
    ["findings", async () => (await import("./findings.ts")).findings],
    ["forget", async () => (await import("./forget.ts")).forget],
    ["demo", async () => (await import("./demo.ts")).demoWith(await demo())],
  ]);

/** Every verb. @param demo who invents the demonstration federation */
export const verbsWith = (demo: () => Promise<Inventor>): Promise<Verb[]> =>
  Promise.all([...loads(demo).values()].map((load) => load()));

/** The verb of this name alone; every verb where there is none, so that they can be listed. */
export const verbsFor = async (
  name: string | undefined,
  demo: () => Promise<Inventor>,
): Promise<readonly Verb[]> => {
  const load = loads(demo).get(name ?? "");
  return load ? [await load()] : verbsWith(demo);
};
