import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findBrowser } from "../src/node/browser.ts";

/** Debian's packages that are a browser; the first is the smaller one. */
const packages = ["chromium-headless-shell", "chromium"];

/** One of Debian's packages, where this user may install it. */
const install = (): void => {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  console.log("No Chrome or Chromium here: installing Debian's for the tests …");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  for (const one of packages)
    if (findBrowser() === undefined)
      spawnSync(
        "apt-get",
        ["install", "-y", "-qq", "--no-install-recommends", one, "fonts-noto-cjk"],
        options,
      );
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (findBrowser() === undefined) install();
  const browser = findBrowser();
  if (browser === undefined) {
    console.error(
      "The tests need Chrome or Chromium: install one (Debian: apt-get install chromium), or name it in the variable CHROME.",
    );
    process.exit(1);
  }
  console.log(`Browser for the tests: ${browser}`);
}
