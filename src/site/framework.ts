import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lang } from "../words.ts";

const home = fileURLToPath(new URL("../../", import.meta.url));
const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
const [oneWindow, unreadBundles] = ["one_window.ts", "unread_bundles.ts"].map(
  (file) => new URL(file, import.meta.url).href,
) as [string, string];
const bin = join(dirname(manifest), "dist", "bin", "observable.js");

/** Starts Framework on a staged root. Its words go to the pipes of the process returned. */
export const framework = (
  verb: "build" | "preview",
  {
    root,
    output,
    lang,
    quarters,
    args = [],
  }: {
    root: string;
    output: string;
    lang: Lang;
    /** Of a build: pages are built once for all of them. */
    quarters?: readonly string[];
    args?: readonly string[];
  },
): ChildProcess =>
  spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--import",
      oneWindow,
      "--import",
      unreadBundles,
      bin,
      verb,
      "--config",
      join(home, "observablehq.config.ts"),
      ...args,
    ],
    {
      cwd: home,
      env: {
        ...process.env,
        OBSERVABLE_TELEMETRY_DISABLE: "1",
        TAIZHANG_SITE_ROOT: resolve(root),
        TAIZHANG_SITE_OUTPUT: resolve(output),
        TAIZHANG_LANG: lang,
        // A preview hands out pages as Framework makes them; a build is finished afterwards.
        ...(quarters && { TAIZHANG_QUARTERS: quarters.join(" ") }),
      },
      // Over the channel the child learns that this process is gone (observablehq.config.ts).
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );

/** The one sentence that matters in what a failing Framework printed. */
export const sentenceIn = (output: string): string => {
  const told = /PageError: (.+)/.exec(output) ?? /(?:^|\s)(?:\w*E|Unexpected e)rror: (.+)/.exec(output);
  return (told?.[1] ?? output.trim().split("\n").at(-1) ?? "").trim();
};
