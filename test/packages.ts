import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** A package as package-lock.json has it. */
export interface Locked {
  readonly name: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences under which a package may be used in, and handed on with, a work under Apache-2.0. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
  "Zlib",
]);

/** Fit for tools that a developer runs and nobody hands on: changes to their own files must stay open. */
const forTools = new Set(["MPL-2.0"]);

/** True where an SPDX expression leaves a choice that is allowed: with OR one of its sides, with AND all of them. */
export const allows = (expression: string, dev: boolean): boolean =>
  expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((id) => permissive.has(id) || (dev && forTools.has(id))));

/** The packages of a lock file. */
export const lockedIn = (file: string): Locked[] => {
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
    packages: Record<string, Omit<Locked, "name">>;
  };
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, rest]) => ({ ...rest, name: place.replace(/^.*node_modules\//, "") }));
};

/** What is wrong with packages: a licence that does not fit, no checksum, a source that is not a registry's. */
export const faultsIn = (packages: readonly Locked[]): string[] =>
  packages.flatMap(({ name, version, integrity, resolved, license, dev = false }) => [
    ...(license !== undefined && allows(license, dev)
      ? []
      : [`${name}@${version}: licence ${license ?? "not stated"}`]),
    ...(integrity?.startsWith("sha512-") ? [] : [`${name}@${version}: no sha512 checksum`]),
    ...(resolved === undefined || resolved.startsWith("https://")
      ? []
      : [`${name}@${version}: from ${resolved}`]),
  ]);

const byLicence = (packages: readonly Locked[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const { license = "?" } of packages) counts.set(license, (counts.get(license) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const packages = lockedIn(new URL("../package-lock.json", import.meta.url).pathname);
  for (const dev of [false, true]) {
    const some = packages.filter((one) => (one.dev ?? false) === dev);
    console.log(`${dev ? "for development" : "in use"}: ${some.length} packages`);
    for (const [licence, count] of byLicence(some)) console.log(`  ${licence}: ${count}`);
  }
  const faults = faultsIn(packages);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
