import { existsSync } from "node:fs";
import path from "node:path";

/** The first is Chromium without windows: pages and prints are the same, with a sixth less work. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The local browser: what CHROME names, else the first Chrome, Chromium or Edge found on this machine. */
export const findBrowser = (): string | undefined => {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env.CHROME ?? "", ...found, ...places].find((file) => file !== "" && existsSync(file));
};
