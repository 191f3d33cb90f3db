import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteServer } from "../src/node/verbs/serve.ts";
import { faultsOf, finishPage } from "../src/site/finished_page.ts";
import { policyOf } from "../src/site/policy.ts";
import { launch } from "./site_browser.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();
const site = path.join(bench.folder, "site");
mkdirSync(site);

const page = (main: string): string =>
  finishPage(
    `<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>页</title>\n<link rel="stylesheet" href="./own.css">\n</head>\n<body>\n<main id="m">${main}</main>\n</body>\n</html>`,
    "index.html",
  );
const attack = `
<script>poisoned=1</script><script type="module">poisoned=2</script><img src="x" onerror="poisoned=3">
<svg onload="poisoned=4"><script>poisoned=5</script></svg><a id="link" href="javascript:poisoned=6">x</a>
<iframe srcdoc="<script>parent.poisoned=7</script>"></iframe><object data="data:text/html,x"></object>
<base href="https://poison.invalid/"><script src="https://poison.invalid/x.js"></script><img src="https://poison.invalid/x.png">
<form action="https://poison.invalid/"><button id="send">x</button></form><style>@import "https://poison.invalid/x.css";</style>`;
const copied =
  '<details><table><tr><td>1</td></tr></table><button class="copy" data-done="已复制" hidden>x</button></details>';

let server: Server;
let url: string;
let browser: Browser;
beforeAll(async () => {
  const files = {
    "own.css": "main { color: rgb(1, 2, 3) }",
    "own.html": page(copied),
    "attacked.html": page(attack + copied),
    "open.html": page(attack).replace(/<meta http-equiv[^>]*>\n/, ""),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(site, name), content);
  symlinkSync("/etc/passwd", path.join(site, "passwd.html"));
  // What a request could reach by dots, and by a link to a folder whose name begins like the site's.
  writeFileSync(path.join(bench.folder, "secret.html"), "secret");
  mkdirSync(`${site}-2`);
  writeFileSync(path.join(`${site}-2`, "secret.html"), "secret");
  symlinkSync(`${site}-2`, path.join(site, "two"));
  ({ server, url } = await siteServer(site, 0));
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  bench.clear();
});

/** What ran on a page and what its policy stopped, after its links and buttons were pressed. */
const opened = async (address: string) => {
  const tab = await browser.newPage();
  // Requests that the policy stopped are among those that failed, with that as their reason.
  const asked: string[] = [];
  tab.on("requestfinished", (one) => asked.push(one.url()));
  tab.on("requestfailed", (one) => one.failure()?.errorText !== "csp" && asked.push(one.url()));
  const stopped: string[] = [];
  tab.on(
    "console",
    (message) => /Content Security Policy|Refused/.test(message.text()) && stopped.push(message.text()),
  );
  await tab.goto(address);
  const press = async (id: string): Promise<void> => {
    if ((await tab.locator(id).count()) > 0) await tab.locator(id).click({ noWaitAfter: true });
    await tab.waitForTimeout(100);
  };
  await press("#link");
  const seen = await tab.evaluate(() => ({
    ran: (window as { poisoned?: number }).poisoned,
    color: getComputedStyle(document.querySelector("main") as Element).color,
    copy: document.querySelector<HTMLButtonElement>("button.copy")?.hidden,
  }));
  await press("#send");
  await tab.close();
  return { ...seen, stopped, asked: asked.filter((one) => one.includes("poison.invalid")) };
};

describe("the policy that every page carries", () => {
  it("lets a page's own script and style work, from a server and from a disk", async () => {
    for (const base of [url, `file://${site}/`])
      expect(await opened(`${base}own.html`)).toEqual({
        ran: undefined,
        color: "rgb(1, 2, 3)",
        copy: false,
        stopped: [],
        asked: [],
      });
  });

  it("runs nothing and asks no other host, whatever got into a page, from a server and from a disk", async () => {
    for (const base of [url, `file://${site}/`]) {
      const { ran, color, copy, stopped, asked } = await opened(`${base}attacked.html`);
      expect({ ran, color, copy }).toEqual({ ran: undefined, color: "rgb(1, 2, 3)", copy: false });
      expect(stopped.length).toBeGreaterThan(6);
      expect(asked).toEqual([]);
    }
  });

  it("is what stops it: without it, poison runs", async () => {
    const { ran, stopped, asked } = await opened(`file://${site}/open.html`);
    expect(ran).toBeDefined();
    expect(stopped).toEqual([]);
    expect(asked).toContain("https://poison.invalid/x.png");
  });

  it("holds no eval and no handlers, and one hash for each script of a page", () => {
    expect(policyOf(page(attack))).not.toMatch(/unsafe-eval|sha256|http/);
    expect(policyOf(page(copied)).match(/'sha256-/g)).toHaveLength(1);
    expect(policyOf(page(attack))).toMatch(/default-src 'none'; script-src 'self';/);
  });

  it("stops a build that has a script in the text of a page, and lets data speak of scripts, tokens and links", () => {
    const faults = (main: string): number => faultsOf(page(main), "index.html", site).length;
    expect(faults('<a href="./own.html">x</a>')).toBe(0);
    expect(faults("<script>1</script>")).toBe(1);
    expect(faults('<a href="./nowhere">x</a>')).toBe(1);
    expect(
      faults('&lt;script&gt; href="./nowhere" observablehq--error {{x}} <b title="<script> href=">x</b>'),
    ).toBe(0);
  });
});

describe("the server for a site", () => {
  const ask = (asked: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]> }>((done, fail) => {
      const { port } = new URL(url);
      request({ host: "127.0.0.1", port, path: asked, headers }, (response) => {
        response.resume();
        response.on("end", () => done({ status: response.statusCode, headers: response.headers }));
      })
        .on("error", fail)
        .end();
    });

  it("says of every file what it is, and of every page its policy", async () => {
    const { status, headers } = await ask("/own.html");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-security-policy": `${policyOf(page(copied))}; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect((await ask("/own.css")).headers).toMatchObject({ "x-content-type-options": "nosniff" });
  });

  it("gives nothing outside its folder, by dots or by links", async () => {
    for (const asked of [
      "/../secret.html",
      "/../secret",
      "/..%2fsecret.html",
      "/%2e%2e%2fsecret",
      "/x/../../secret.html",
      "/x/..%2f..%2fsecret.html",
      "/../site-2/secret.html",
      "/..%2fsite-2%2fsecret.html",
      "/two/secret.html",
      "/%2e%2e/%2e%2e/etc/passwd",
      "/..%2f..%2fetc/passwd",
      "/passwd.html",
      "/passwd",
      "/%00",
      "/%",
      "//etc/passwd",
      "/own.html/",
      "/.",
    ])
      expect((await ask(asked)).status, asked).toBe(404);
  });

  it("listens on loopback alone, and answers to no other name", async () => {
    expect(server.address()).toMatchObject({ address: "127.0.0.1" });
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.1"])
      expect((await ask("/own.html", { host })).status, host).toBe(421);
    for (const host of ["localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1"])
      expect((await ask("/own.html", { host })).status, host).toBe(200);
  });

  it.each(["127.0.0.2", "::1"])("does so on %s as well, and tells an address that opens", async (host) => {
    const other = await siteServer(site, 0, host);
    try {
      const { port, origin } = new URL(other.url);
      expect(origin).toBe(host === "::1" ? `http://[::1]:${port}` : `http://${host}:${port}`);
      const status = await new Promise((done, fail) =>
        request({ host, port, path: "/own.html", headers: { host: "evil.example" } }, (response) => {
          response.resume();
          done(response.statusCode);
        })
          .on("error", fail)
          .end(),
      );
      expect(status).toBe(421);
      expect((await fetch(`${other.url}own.html`)).status).toBe(200);
    } finally {
      other.server.close();
      other.server.closeAllConnections();
    }
  });
});
