import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { allows, faultsIn, lockedIn } from "./packages.ts";
import { home } from "./workbench.ts";

const packages = lockedIn(path.join(home, "package-lock.json"));
const manifest = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

it("every package has a licence that fits Apache-2.0, and a checksum", () => {
  expect(packages.length).toBeGreaterThan(300);
  expect(faultsIn(packages)).toEqual([]);
});

it("a licence that does not fit, or a package without a checksum, is named", () => {
  const [sound] = packages.filter(({ license }) => license === "MIT");
  if (!sound) throw new Error("no package");
  const { integrity: _, ...bare } = sound;
  expect(faultsIn([sound])).toEqual([]);
  expect(faultsIn([bare])).toHaveLength(1);
  expect(faultsIn([{ ...sound, license: "GPL-3.0-only" }])).toHaveLength(1);
  expect(faultsIn([{ ...sound, license: "MPL-2.0" }])).toHaveLength(1);
  expect(faultsIn([{ ...sound, license: "MPL-2.0", dev: true }])).toEqual([]);
  expect(faultsIn([{ ...sound, resolved: "git+ssh://somewhere/x.git" }])).toHaveLength(1);
  expect(allows("(MIT OR GPL-3.0-or-later)", false)).toBe(true);
  expect(allows("MIT AND GPL-2.0-only", false)).toBe(false);
});

it("packages are few, of one version each, and none runs a script while it is installed", () => {
  const own = [...Object.values(manifest.dependencies), ...Object.values(manifest.devDependencies)];
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(14);
  for (const version of own) expect(version).toMatch(/^\d/);
  expect(readFileSync(path.join(home, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  // It would replace a small program by the one for this machine, which is there as a package of its own.
  expect([...new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name))]).toEqual([
    "esbuild",
  ]);
  for (const script of ["preinstall", "install", "postinstall", "prepare"])
    expect(manifest.scripts).not.toHaveProperty(script);
});

it("npm writes the list of all parts (an SBOM) from the lock file", () => {
  const { status, stdout } = spawnSync("npm", ["sbom", "--package-lock-only", "--sbom-format=cyclonedx"], {
    cwd: home,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(status).toBe(0);
  const { components } = JSON.parse(stdout) as { components: { name: string }[] };
  for (const name of Object.keys(manifest.dependencies))
    expect(
      components.some((one) => name.endsWith(one.name)),
      name,
    ).toBe(true);
});
