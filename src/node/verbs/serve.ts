import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { policyOf } from "../../site/policy.ts";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { mendPlace, standIn } from "../into_place.ts";
import { data, json, out, port, site } from "../options.ts";
import { type Call, isSet, type Option, text, type Verb } from "../verb.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".pdf": "application/pdf",
  ".arrow": "application/vnd.apache.arrow.stream",
  ".woff2": "font/woff2",
};

/** Said of every file: it is what it says it is, nobody frames it, no other site learns or reads it. */
const always: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

const isLoopback = (host: string): boolean =>
  /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\]|::1)(?::\d+)?$/i.test(host);

/** The file that a path of the site means; undefined where there is none or it lies outside. */
const fileAt = (root: string, url: string): string | undefined => {
  let asked: string;
  try {
    asked = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (asked.includes("\0")) return undefined;
  const plain = path.join(root, path.normalize(asked));
  if (plain !== root && !plain.startsWith(root + path.sep)) return undefined;
  const candidates = [plain, `${plain}.html`, path.join(plain, "index.html")];
  const file = candidates.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  // A link in the folder may lead out of it.
  return file !== undefined && realpathSync(file).startsWith(realpathSync(root) + path.sep)
    ? file
    : undefined;
};

/** The file and what stands in it; undefined where it cannot be read, or was taken away this moment. */
const foundAt = (root: string, url: string): { file: string; body: Buffer } | undefined => {
  try {
    const file = fileAt(root, url);
    return file === undefined ? undefined : { file, body: readFileSync(file) };
  } catch {
    return undefined;
  }
};

/** The same while a build puts a new site in the old one's place. */
const foundNow = (root: string, url: string): { file: string; body: Buffer } | undefined => {
  const found = foundAt(root, url);
  if (found !== undefined) return found;
  const old = standIn(root);
  return (old && foundAt(old, url)) || foundAt(root, url);
};

/**
 * A plain file server for the built site. On loopback it answers to the names of this machine alone: a page from
 * elsewhere that had its own name point here would read an internal edition.
 * @param port 0 for any free one
 */
export const siteServer = (
  root: string,
  port: number,
  host = "127.0.0.1",
): Promise<{ server: Server; url: string }> => {
  const folder = path.resolve(root);
  const local = isLoopback(host);
  const server = createServer((request, response) => {
    if (local && !isLoopback(request.headers.host ?? "")) {
      response
        .writeHead(421, { ...always, "content-type": "text/plain; charset=utf-8" })
        .end("请用 http://127.0.0.1 打开 / open this site as http://127.0.0.1\n");
      return;
    }
    const found = foundNow(folder, request.url ?? "/");
    if (found === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
      response
        .writeHead(404, { ...always, "content-type": "text/plain; charset=utf-8" })
        .end("没有这个页面 / no such page\n");
      return;
    }
    const { file, body } = found;
    const kind = path.extname(file);
    response.writeHead(200, {
      ...always,
      // Browsers take this from trusted origins only, and complain elsewhere.
      ...(local && { "cross-origin-opener-policy": "same-origin" }),
      "content-type": types[kind] ?? "application/octet-stream",
      "content-length": body.length,
      ...(kind === ".html" && {
        "content-security-policy": `${policyOf(body.toString("utf8"))}; frame-ancestors 'none'`,
      }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      const address = server.address();
      const named = host.includes(":") ? `[${host}]` : host;
      done({ server, url: `http://${named}:${typeof address === "object" ? address?.port : port}/` });
    });
  });
};

export const portOf = (call: Call, usual: number): number => {
  const asked = call.options.port;
  if (asked === undefined) return usual;
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new Failure(
      `端口是 0–65535 的整数：${asked}`,
      `a port is a whole number from 0 to 65535: ${asked}`,
    );
  return number;
};

/** Until the user ends it. */
export const untilStopped = (): Promise<void> =>
  new Promise((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });

const host: Option = {
  type: "string",
  value: "ADDRESS",
  default: "127.0.0.1",
  words: words(
    "监听的地址；默认只有本机能打开，改为本机的内网地址后同网的人都能打开",
    "address to listen on; by default only this machine can open the site, with its own address everyone on the network",
  ),
};

export const serve: Verb = {
  name: "serve",
  words: words("在本机打开已生成的网站", "serves the built site on this machine"),
  options: { data, out, site, port: { ...port, default: "8000" }, host, json },
  run: async (call) => {
    const root = text(call, "site");
    mendPlace(root);
    if (!existsSync(path.join(root, "index.html")))
      throw new Failure(
        `${root} 里还没有网站，请先运行 npm run build`,
        `there is no site in ${root}; run npm run build first`,
      );
    const { server, url } = await siteServer(root, portOf(call, 8000), text(call, "host")).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE")
          throw new Failure(
            "端口已被占用，请用 --port 换一个",
            "the port is in use; choose another with --port",
          );
        if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
          throw new Failure(
            `本机没有 ${text(call, "host")} 这个地址，请核对 --host`,
            `this machine has no address ${text(call, "host")}; check --host`,
          );
        throw error;
      },
    );
    if (isSet(call, "json")) call.say(JSON.stringify({ url }));
    else call.say(call.lang === "zh" ? `${url}（按 Ctrl+C 结束）` : `${url} (Ctrl+C ends it)`);
    await untilStopped();
    server.close();
    server.closeAllConnections();
    return 0;
  },
};
