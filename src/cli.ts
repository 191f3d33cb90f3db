import path from "node:path";
import { fileURLToPath } from "node:url";
import { organisation } from "../pipelines/index.ts";
import { command } from "./node/command.ts";
import { configured } from "./node/settings.ts";
import { verbsFor } from "./node/verbs/index.ts";
import type { Organisation } from "./organisation.ts";

// `npm run inspect -- … | head` closes the pipe early: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const home = fileURLToPath(new URL("..", import.meta.url));

const settledBy = (of: Organisation, settings: string | undefined): Organisation =>
  configured(of, settings ?? path.join(home, "settings.yaml"), settings !== undefined);

process.exitCode = await command(
  process.argv.slice(2),
  await verbsFor(process.argv[2], async () => (await import("../pipelines/demo/index.ts")).demo),
  (settings) => settledBy(organisation, settings),
  home,
  async (settings) => {
    // Every import is made anew, so that a live preview follows changes to the rooms.
    const { tsImport } = await import("tsx/esm/api");
    const fresh = (await tsImport("../pipelines/index.ts", import.meta.url)) as {
      organisation: Organisation;
    };
    return settledBy(fresh.organisation, settings);
  },
);
