import { Chance } from "../test/recompute/chance.ts";
import { asked } from "./asked.ts";
import { program } from "./program.ts";
import { circumstances, record, tableOf } from "./report.ts";
import { type Moment, type Ran, run } from "./run.ts";
import { verbs as all, changes, Scene, type Seen, type State, type Tried, things } from "./scene.ts";

const values = asked(
  "随时杀掉各个命令，看下一次运行是否如常 · kills the verbs at any moment, and looks at what the next run finds",
  {
    kills: { default: "200", says: "杀多少次 · how many kills" },
    seed: { default: "1", says: "随机数的种子 · the seed of chance" },
    lanes: { default: "2", says: "同时几路 · how many at once" },
    minutes: { default: "60", says: "最多几分钟 · for so many minutes at most" },
    verbs: { default: all.join(","), says: "杀哪些命令 · which verbs" },
    "no-record": { default: false, says: "只显示，不写入 RELIABILITY.md · only shows what was found" },
  },
);
const [kills, seed, lanes, minutes] = ["kills", "seed", "lanes", "minutes"].map((name) =>
  Number(values[name as "kills"]),
) as [number, number, number, number];

/** The verbs that are killed: all, where nobody says otherwise. */
const verbs = all.filter((verb) => String(values.verbs).split(",").includes(verb));

/** Of a hundred kills, so many go to each verb: a build takes as long as ten of the others. */
const shares: Readonly<Record<Tried, number>> = {
  ingest: 24,
  figures: 5,
  explain: 3,
  findings: 3,
  diff: 4,
  release: 16,
  export: 13,
  lake: 7,
  handup: 10,
  forget: 10,
  build: 5,
};

/** What is counted of a verb. */
interface Count {
  kills: number;
  /** Found as before. */
  old: number;
  /** Found as after. */
  fresh: number;
  /** A part was as before, another as after, each whole. */
  between: number;
  /** Runs without help afterwards, all well. */
  mended: number;
}

/** Changes of names at a run's end that count as its last. */
const last = 12;

/** How a verb goes when nobody kills it, and what it leaves in each state of the registers. */
interface Known {
  readonly ms: number;
  readonly changes: number;
  readonly left: Readonly<Record<State, Seen>>;
  readonly edition: Readonly<Record<State, string>>;
}

const from = performance.now();
const programs = { plain: [await program(false)], lowered: [await program(true)] };
type Kind = keyof typeof programs;
const kinds = ["plain", "lowered"] as const;
const counts = new Map<Tried, Count>(
  verbs.map((verb) => [verb, { kills: 0, old: 0, fresh: 0, between: 0, mended: 0 }]),
);
const knowledge: Readonly<Record<Kind, Map<Tried, Known>>> = { plain: new Map(), lowered: new Map() };
const byKind: Record<Kind, number> = { plain: 0, lowered: 0 };
const broken: string[] = [];
let done = 0;
/** Kills that are yet to come of each verb that runs. */
const under = new Map<Tried, number>();

const say = (line: string): void =>
  console.log(`${((performance.now() - from) / 1000).toFixed(0)} s  ${line}`);

/** `diff` ends with 1 where something differs. */
const isWell = (verb: Tried, { status }: Ran): boolean => status === 0 || (verb === "diff" && status === 1);

const whole = async (federation: Federation, verb: Tried): Promise<Ran> => {
  const ran = await run(federation.scene, verb, undefined, programs[federation.kind]);
  if (!isWell(verb, ran)) throw new Error(`${verb} ended with ${ran.status}: ${ran.err.trim()}`);
  return ran;
};

/** Runs a verb in both states without killing it. */
const learn = async (federation: Federation, verb: Tried): Promise<Known> => {
  const left: Partial<Record<State, Seen>> = {};
  const edition: Partial<Record<State, string>> = {};
  const { scene } = federation;
  let [ms, seen] = [0, 0];
  for (const state of [1, 0] as const) {
    scene.put(state);
    scene.takeBack();
    const ran = await whole(federation, verb);
    left[state] = await scene.see();
    edition[state] = scene.editions().at(-1) ?? "";
    [ms, seen] = [Math.max(ms, ran.ms), Math.max(seen, ran.changes)];
  }
  scene.takeBack();
  return { ms, changes: seen, left: left as Known["left"], edition: edition as Known["edition"] };
};

/** A federation in a scene of its own, in which verb after verb is killed. */
class Federation {
  readonly kind: Kind;
  readonly scene: Scene;
  #last = Object.fromEntries(things.map((thing) => [thing, null])) as unknown as Seen;
  #state: State = 0;
  readonly #chance: Chance;

  constructor(seed: number, kind: Kind) {
    this.#chance = new Chance(seed);
    this.kind = kind;
    this.scene = new Scene(kind === "lowered");
  }

  /** The first edition, which every later run has to leave alone. */
  async prepare(): Promise<void> {
    await whole(this, "release");
    this.#last = await this.scene.see();
  }

  /** Lets verbs run undisturbed, in both states. */
  async learn(some: readonly Tried[]): Promise<void> {
    for (const verb of some) {
      const known = await learn(this, verb);
      knowledge[this.kind].set(verb, known);
      say(
        `${this.kind} ${verb}: ${(known.ms / 1000).toFixed(1)} s after it took its folder, ${known.changes} changes`,
      );
    }
    this.#last = await this.scene.see();
  }

  #moment(verb: Tried): Moment {
    const { ms, changes } = knowledge[this.kind].get(verb) as Known;
    const parentOnly = verb === "build" && this.#chance.yes(1 / 3);
    if (this.#chance.yes(0.4)) return { after: { ms: this.#chance.next() * ms }, parentOnly };
    // What is whole is put in place at the end: two in five fall there.
    const first = this.#chance.yes(2 / 3) ? Math.max(1, changes - last) : 1;
    return { after: { changes: this.#chance.between(first, changes) }, parentOnly };
  }

  /** Holds what is there against what was there and what was to be. */
  async #judge(verb: Tried, to: State): Promise<void> {
    const { left, edition } = knowledge[this.kind].get(verb) as Known;
    const seen = await this.scene.see();
    const found = new Set<string>();
    for (const thing of things) {
      const is = seen[thing];
      const fresh = changes[verb].includes(thing) && is === left[to][thing];
      if (!fresh && is !== this.#last[thing]) throw new Error(`${thing} is neither the old nor the new one`);
      if (changes[verb].includes(thing) && this.#last[thing] !== left[to][thing])
        found.add(fresh ? "fresh" : "old");
    }
    const [first, ...more] = this.scene.editions();
    if (first === undefined || more.some((one) => one !== edition[to]))
      throw new Error("a release is neither the old nor the new one");
    if (verb === "release") found.add(more.length > 0 ? "fresh" : "old");
    const count = counts.get(verb) as Count;
    count.kills += 1;
    byKind[this.kind] += 1;
    count[found.size > 1 ? "between" : found.has("fresh") ? "fresh" : "old"] += 1;
    this.#last = seen;
  }

  /** Kills a verb a few times in a row, then lets it run to its end without help. */
  async burst(verb: Tried, most: number): Promise<void> {
    const to: State = this.#state === 0 ? 1 : 0;
    this.#state = to;
    this.scene.put(to);
    for (let left = this.#chance.between(1, most); left > 0; left--) {
      const ran = await run(this.scene, verb, this.#moment(verb), programs[this.kind]);
      if (!ran.killed) {
        if (!isWell(verb, ran)) throw new Error(`ended with ${ran.status}: ${ran.err.trim()}`);
        this.#last = await this.scene.see();
        continue;
      }
      await this.#judge(verb, to);
      done += 1;
    }
    await whole(this, verb);
    const { left, edition } = knowledge[this.kind].get(verb) as Known;
    const seen = await this.scene.see();
    for (const thing of changes[verb])
      if (seen[thing] !== left[to][thing]) throw new Error(`${thing} is not what an undisturbed run leaves`);
    if (verb === "release" && this.scene.editions().at(-1) !== edition[to])
      throw new Error("the release is not what an undisturbed run leaves");
    if (verb === "forget" && this.scene.remembers()) throw new Error("the person is still in the warehouse");
    const litter = this.scene.leftovers();
    if (litter.length > 0) throw new Error(`left behind: ${litter.join(", ")}`);
    this.scene.takeBack();
    this.#last = seen;
    (counts.get(verb) as Count).mended += 1;
    say(`${done}/${kills}  ${this.kind} ${verb}`);
  }
}

/** Each verb by its share, as evenly as can be. */
const next = (): Tried => {
  const total = Math.max(1, done);
  const owing = (verb: Tried): number =>
    shares[verb] / 100 - ((counts.get(verb) as Count).kills + (under.get(verb) ?? 0)) / total;
  return [...verbs].sort((a, b) => owing(b) - owing(a))[0] as Tried;
};

const own = Array.from(
  { length: Math.max(lanes, kinds.length) },
  (_, i) => new Federation(seed * 1000 + i, kinds[i % kinds.length] as Kind),
);
/** Those in which nothing runs, in turn. */
const idle = [...own];

const work = async (): Promise<void> => {
  while (done < kills && performance.now() - from < minutes * 60_000) {
    const verb = next();
    const federation = idle.shift() as Federation;
    under.set(verb, (under.get(verb) ?? 0) + 3);
    try {
      await federation.burst(verb, Math.min(5, kills - done));
      idle.push(federation);
    } catch (error) {
      broken.push(`${federation.kind} ${verb}: ${(error as Error).message.split("\n")[0]}`);
      say(`BROKEN ${broken.at(-1)} (in ${federation.scene.bench.folder}, kept)`);
      throw error;
    } finally {
      under.set(verb, (under.get(verb) ?? 0) - 3);
    }
  }
};

await Promise.all(own.map((one) => one.prepare()));
await Promise.all(kinds.map((kind) => own.find((one) => one.kind === kind)?.learn(verbs)));
const ended = await Promise.allSettled(Array.from({ length: lanes }, work));
for (const one of ended) if (one.status === "rejected") console.error(one.reason);
for (const { scene } of idle) scene.clear();

const sum = (of: keyof Count): number => [...counts.values()].reduce((all, count) => all + count[of], 0);
const rows = [...counts].map(([verb, c]) => [verb, c.kills, c.old, c.fresh, c.between, c.mended]);
const took = `${Math.round((performance.now() - from) / 60_000)} minutes`;
const failed = broken.length > 0 || ended.some(({ status }) => status === "rejected");
const text = `${await circumstances()}

\`npm run torture -- --kills ${kills} --seed ${seed} --lanes ${lanes}${verbs.length < all.length ? ` --verbs ${verbs.join(",")}` : ""}\`: ${sum("kills")} kills in ${took}${done < kills ? " (then the time was up)" : ""}, ${broken.length} broken promises.
${byKind.lowered} of them where thresholds are so low that every file is read in bulk and kept, and the warehouse grows by a file that comes.

${tableOf(
  [
    "verb",
    "kills",
    "found as before",
    "found as after",
    "part of each, both whole",
    "runs without help afterwards",
  ],
  [...rows, ["all", sum("kills"), sum("old"), sum("fresh"), sum("between"), sum("mended")]],
)}`;
console.log(`\n${text}`);
for (const one of broken) console.log(`broken: ${one}`);
if (!values["no-record"] && !failed) record("torture", text);
process.exitCode = failed ? 1 : 0;
