import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that the tests drive: what CHROME names, else the first Chrome or Chromium found on this machine. */
export const findBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env.CHROME ?? "", ...found, ...places].find((file) => file !== "" && existsSync(file));
};

/** Debian's package, where this user may install it. */
const install = (): void => {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) return;
  console.log("No Chrome or Chromium here: installing Debian's chromium for the tests …");
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
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
