import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { wholeProgram } from "./program.ts";
import { home } from "./workbench.ts";

const namespaces = spawnSync("unshare", ["-rn", "true"]).status === 0;

/** Where no network namespace can be made, every look-up and every socket to another host fails instead. */
const blocker = `
const { EventEmitter } = require("node:events");
const net = require("node:net"), dns = require("node:dns");
const refuse = (what) => { throw new Error("the network is cut off: " + what); };
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (first && typeof first === "object" && first.path === undefined) refuse(first.host ?? first.port);
  return connect.apply(this, args);
};
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) dns[name] = (host) => refuse(host);
globalThis.fetch = (url) => refuse(url);
`;

/** Runs a verb with the network cut off. */
export const runOffline = async (
  argv: readonly string[],
  folder: string,
): Promise<{ status: number | null; said: string }> => {
  const node = [process.execPath, await wholeProgram(), ...argv];
  const env: NodeJS.ProcessEnv = { ...process.env };
  if (!namespaces) {
    const file = path.join(folder, "blocker.cjs");
    writeFileSync(file, blocker);
    env.NODE_OPTIONS = `--require ${file}`;
  }
  const command = namespaces ? ["unshare", "-rn", ...node] : node;
  const { status, stdout, stderr } = spawnSync(command[0] as string, command.slice(1), {
    cwd: home,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, said: stdout + stderr };
};
