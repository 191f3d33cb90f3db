import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They build sites, open browsers or start programs: begun last, one of them would run on alone. Longest first. */
const long = [
  "site",
  "federations",
  "dev",
  "cli",
  "releases",
  "torture",
  "last_site",
  "cache",
  "same",
  "recompute",
  "hybrid",
];

const place = ({ moduleId }: TestSpecification): number => {
  const at = long.indexOf(path.basename(moduleId, ".test.ts"));
  return at < 0 ? long.length : at;
};

// The processes of tests, and what they start, hand one query at a time to DuckDB: on one thread, not on four by turns,
// whose memory and caches would each be cold, an ingest takes a tenth less.
process.env.UV_THREADPOOL_SIZE ??= "1";

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What takes long has a folder of its own; properties are tried there too, more often than with all tests. */
const thorough = {
  include: [
    "test/thorough/*.test.ts",
    ...["cache", "figures_kept", "grow", "hybrid", "explain", "recompute", "reading/mutation"].map(
      (id) => `test/${id}.test.ts`,
    ),
  ],
  env: {
    CACHE_RUNS: "8",
    KEPT_RUNS: "8",
    GROW_RUNS: "8",
    RECOMPUTE: "60",
    HYBRID_FILES: "60000",
    EXPLAINED: "9",
    MUTATIONS: "10000",
  },
};

export default defineConfig(({ mode }) => ({
  test: {
    ...(mode === "thorough" ? thorough : { include: ["test/**/*.test.ts"], exclude: ["test/thorough/**"] }),
    setupFiles: ["test/seed.ts"],
    globalSetup: ["test/run_folder.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // Every file would otherwise load the registers, DuckDB and the reader anew: as long as all small tests take.
    isolate: false,
    sequence: { sequencer: LongFirst },
  },
}));
