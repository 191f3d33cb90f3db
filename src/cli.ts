import path from "node:path";
import { fileURLToPath } from "node:url";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import { command } from "./node/command.ts";
import { configured } from "./node/settings.ts";
import { build } from "./node/verbs/build.ts";
import { demoWith } from "./node/verbs/demo.ts";
import { dev } from "./node/verbs/dev.ts";
import { figures } from "./node/verbs/figures.ts";
import { ingest } from "./node/verbs/ingest.ts";
import { inspect } from "./node/verbs/inspect.ts";
import { serve } from "./node/verbs/serve.ts";

// `npm run inspect -- … | head` closes the pipe early: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const home = fileURLToPath(new URL("..", import.meta.url));
const verbs = [build, dev, serve, ingest, inspect, figures, demoWith(demo)];

process.exitCode = await command(
  process.argv.slice(2),
  verbs,
  () => configured(organisation, path.join(home, "settings.yaml")),
  home,
);
