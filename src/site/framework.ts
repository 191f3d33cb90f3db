import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { home } from "../translate.mjs";
import type { Lang } from "../words.ts";
import { standalone } from "./standalone.ts";

const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
const bin = join(dirname(manifest), "dist", "bin", "observable.js");

/**
 * What Framework is started with. With tsx in its process, every one of Framework's own modules would be asked for through
 * tsx too, which takes a third of a small site's time.
 */
const entries = {
  config: join(home, "observablehq.config.ts"),
  one_window: join(home, "src", "site", "one_window.ts"),
  unread_bundles: join(home, "src", "site", "unread_bundles.ts"),
};

/** Starts Framework on a staged root. Its words go to the pipes of the process returned. */
export const framework = async (
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
): Promise<ChildProcess> => {
  const translated = await standalone(entries, join(dirname(resolve(root)), "framework"));
  const loaded = (["one_window", "unread_bundles"] as const).flatMap((entry) => [
    "--import",
    pathToFileURL(translated(entry)).href,
  ]);
  return spawn(process.execPath, [...loaded, bin, verb, "--config", translated("config"), ...args], {
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
  });
};

/** The one sentence that matters in what a failing Framework printed. */
export const sentenceIn = (output: string): string => {
  const told = /PageError: (.+)/.exec(output) ?? /(?:^|\s)(?:\w*E|Unexpected e)rror: (.+)/.exec(output);
  return (told?.[1] ?? output.trim().split("\n").at(-1) ?? "").trim();
};
