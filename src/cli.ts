import path from "node:path";
import { fileURLToPath } from "node:url";
import { demo } from "../pipelines/demo/index.ts";
import { organisation } from "../pipelines/index.ts";
import { command } from "./node/command.ts";
import { configured } from "./node/settings.ts";
import { verbsWith } from "./node/verbs/index.ts";

// `npm run inspect -- … | head` closes the pipe early: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const home = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = await command(
  process.argv.slice(2),
  verbsWith(demo),
  (settings) =>
    configured(organisation, settings ?? path.join(home, "settings.yaml"), settings !== undefined),
  home,
);
