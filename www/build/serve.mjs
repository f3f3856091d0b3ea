// A static server for a finished build: node www/build/serve.mjs DIR PORT [PREFIX]
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Serves `folder` under `prefix` on the loopback address; port 0 takes a free one. */
export function serve(folder, port = 0, prefix = "/") {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const answer = (status, headers = {}) => response.writeHead(status, { "cache-control": "no-cache", ...headers });
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return answer(400).end();
    }
    if (`${path}/` === prefix) return answer(301, { location: prefix }).end();
    if (!path.startsWith(prefix)) return answer(404).end();
    path = path.slice(prefix.length);
    const file = normalize(join(root, path === "" || path.endsWith("/") ? `${path}index.html` : path));
    const stat = file.startsWith(root + sep) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!stat?.isFile()) return answer(404).end();
    answer(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-length": stat.size });
    if (request.method === "HEAD") return response.end();
    createReadStream(file).pipe(response);
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const url = `http://127.0.0.1:${server.address().port}${prefix}`;
      const close = () => new Promise((closed) => (server.close(closed), server.closeAllConnections()));
      done({ url, close });
    });
  });
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  const [folder, port = "8000", prefix = "/"] = argv.slice(2);
  if (!folder) {
    console.error("usage: node www/build/serve.mjs DIR [PORT] [PREFIX]");
    process.exit(2);
  }
  serve(folder, Number(port), `/${prefix}/`.replace(/\/+/g, "/")).then(
    ({ url }) => console.log(url),
    (problem) => {
      console.error(`serve: ${problem.message}`);
      process.exit(1);
    },
  );
}
