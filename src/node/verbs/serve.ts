import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { words } from "../../words.ts";
import { Failure } from "../failure.ts";
import { data, json, out, port, site } from "../options.ts";
import { type Call, isSet, text, type Verb } from "../verb.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".arrow": "application/vnd.apache.arrow.stream",
  ".woff2": "font/woff2",
};

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
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
};

/** A plain file server for the built site, on loopback only. @param port 0 for any free one */
export const siteServer = (root: string, port: number): Promise<{ server: Server; url: string }> => {
  const folder = path.resolve(root);
  const server = createServer((request, response) => {
    const file = fileAt(folder, request.url ?? "/");
    if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
      response
        .writeHead(404, { "content-type": "text/plain; charset=utf-8" })
        .end("没有这个页面 / no such page\n");
      return;
    }
    response.writeHead(200, {
      "content-type": types[path.extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      done({ server, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : port}/` });
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

export const serve: Verb = {
  name: "serve",
  words: words("在本机打开已生成的网站", "serves the built site on this machine"),
  options: { data, out, site, port: { ...port, default: "8000" }, json },
  run: async (call) => {
    const root = text(call, "site");
    if (!existsSync(path.join(root, "index.html")))
      throw new Failure(
        `${root} 里还没有网站，请先运行 npm run build`,
        `there is no site in ${root}; run npm run build first`,
      );
    const { server, url } = await siteServer(root, portOf(call, 8000)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE")
          throw new Failure(
            "端口已被占用，请用 --port 换一个",
            "the port is in use; choose another with --port",
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
