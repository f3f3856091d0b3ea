// The one step after `trunk build --release`: node www/build/finish.mjs [DIST]
// Puts the first screen into the page, moves the inline script into a file so that the policy can forbid
// inline scripts, adds that policy, and refuses a page that breaks it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const dist = process.argv[2] ?? join(repository, "dist");
const page = join(dist, "index.html");

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "manifest-src 'self'",
].join("; ");

// Where the browser has no such workers, or keeps none, the page needs the network. Nothing is taken from the
// visitor's line before the page is there.
const OFFLINE = `
if ("serviceWorker" in navigator) {
  const register = () => navigator.serviceWorker.register("./offline.js").catch(() => {});
  // The page may have been complete before the Wasm was there.
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
`;

// Elements whose addresses the browser follows by itself; a link to documentation is none of them.
const ONLY_FOLLOWED_BY_READERS = new Set(["a"]);
const ADDRESSES = new Set(["href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "data", "ping"]);

// One start tag with its attributes.
const ELEMENT = /<([a-z][^\s/>]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;

try {
  finish();
} catch (problem) {
  console.error(`finish: ${problem.message}`);
  process.exit(1);
}

function finish() {
  if (!existsSync(page)) throw new Error(`there is no ${page}: run ./sandbox build`);
  let html = readFileSync(page, "utf8");
  html = withoutComments(html);
  html = withStartScriptInFile(html);
  html = withoutIdleIntegrity(html);
  html = withPolicy(html);
  const screen = firstScreen();
  html = withFirstScreen(html, screen);
  html = html.replace(/\n\s*\n+/g, "\n");
  check(html, screen);
  writeFileSync(page, html);
  writeOfflineWorker();
}

// Last, for it names every file of the build and depends on all of them.
function writeOfflineWorker() {
  const name = "offline.js";
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const files = paths.filter((path) => path !== name && !path.endsWith(".map")).sort();
  const version = createHash("sha256");
  for (const file of files) version.update(file).update(readFileSync(join(dist, file)));
  const listed = files.map((file) => (file === "index.html" ? "./" : file));
  const source = readFileSync(join(repository, "www/build/offline.js"), "utf8")
    .replace("%VERSION%", version.digest("hex").slice(0, 16))
    .replace('["%FILES%"]', () => JSON.stringify(listed));
  writeFileSync(join(dist, name), source);
}

// Trunk's own script is inline. As a file it is found relative to itself, whatever the page's address.
function withStartScriptInFile(html) {
  const inline = /<script type="module"[^>]*>([\s\S]*?)<\/script>/g;
  const scripts = [...html.matchAll(inline)].filter((script) => script[1].trim() !== "");
  if (scripts.length !== 1) throw new Error(`one inline module script was expected of Trunk, found ${scripts.length}`);
  const [element, source] = scripts[0];
  const text = source
    .replace(/module_or_path: '(\.\/[^']+)'/, "module_or_path: new URL('$1', import.meta.url)")
    .replace(/\n\s*\n+/g, "\n")
    .trimStart()
    .concat(OFFLINE);
  if (!text.includes("import.meta.url")) throw new Error("Trunk's start script has changed its form");
  const name = `start-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.js`;
  writeFileSync(join(dist, name), text);
  const integrity = `sha384-${createHash("sha384").update(text).digest("base64")}`;
  const external = `<script type="module" src="./${name}" crossorigin="anonymous" integrity="${integrity}"></script>`;
  // After the preloads, whose integrity then holds for what this script imports.
  return html.replace(element, "").replace("</head>", () => `${external}\n  </head>`);
}

// Chromium ignores integrity on these two, and logs a warning for the preload (crbug.com/981419).
function withoutIdleIntegrity(html) {
  return html.replace(/<link rel="(?:icon|preload)"[^>]*>/g, (link) => link.replace(/ integrity="[^"]*"/, ""));
}

// The policy holds only for what stands after it: first in the head, after the encoding.
function withPolicy(html) {
  const encoding = '<meta charset="utf-8">';
  if (!html.includes(encoding)) throw new Error(`www/index.html has no ${encoding}`);
  return html.replace(encoding, `${encoding}\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}">`);
}

function firstScreen() {
  const options = { cwd: repository, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "inherit"] };
  const file = process.env.IAM_FIRST_SCREEN_FILE;
  if (file) return readFileSync(file, "utf8").trim();
  console.log("==> First screen: cargo run --features prerender");
  const run = spawnSync("cargo", ["run", "--quiet", "--locked", "--features", "prerender"], options);
  if (run.error) throw new Error(`cargo does not run: ${run.error.message}`);
  if (run.status !== 0) throw new Error("the first screen could not be made (cargo run --features prerender)");
  return run.stdout.trim();
}

function withFirstScreen(html, screen) {
  if (screen === "") {
    if (process.env.IAM_ALLOW_EMPTY_FIRST_SCREEN === "1") return html;
    throw new Error("the first screen is empty (IAM_ALLOW_EMPTY_FIRST_SCREEN=1 builds without it)");
  }
  const root = /<div id="root">[\s\S]*?<\/div>/;
  if (!root.test(html)) throw new Error('www/index.html has no <div id="root">');
  return html.replace(root, () => `<div id="root">${screen}</div>`);
}

function check(html, screen) {
  const wrong = [];
  if (screen !== "" && !html.includes(`<div id="root">${screen}</div>`)) wrong.push("the first screen is not in the page");
  if (/<!--/.test(screen)) wrong.push("the first screen has comments (render it with hydratable(false))");
  if (/<script(?![^>]*\ssrc=)[^>]*>/i.test(html)) wrong.push("an inline script");
  if (/<style[\s>]/i.test(html)) wrong.push("a <style> element");
  const unread = html.replace(ELEMENT, "").match(/<[a-z].{0,40}/i);
  if (unread) wrong.push(`markup that cannot be read: ${unread[0]}`);
  for (const { tag, attributes } of elements(html)) {
    for (const [name, value] of attributes) {
      const where = `<${tag} ${name}="${value.slice(0, 60)}">`;
      if (name === "style") wrong.push(`inline style: ${where}`);
      if (name.startsWith("on")) wrong.push(`inline handler: ${where}`);
      if (!ADDRESSES.has(name)) continue;
      const address = value.trim();
      if (/^javascript:/i.test(address)) wrong.push(`script in an address: ${where}`);
      if (address.startsWith("/")) wrong.push(`not a relative address: ${where}`);
      if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !allowedScheme(tag, address)) wrong.push(`foreign address: ${where}`);
      const local = address.match(/^\.\/([^?#]+)/);
      if (local && !existsSync(join(dist, local[1]))) wrong.push(`no such file: ${where}`);
    }
  }
  for (const name of readdirSync(dist).filter((file) => file.endsWith(".css"))) {
    const css = readFileSync(join(dist, name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    if (/@import|url\((?!\s*["']?(?:data:image\/|#))/i.test(css)) wrong.push(`${name} loads another file`);
  }
  if (wrong.length > 0) throw new Error(`the page breaks its own rules: ${wrong.join("; ")}`);
}

function allowedScheme(tag, address) {
  if (ONLY_FOLLOWED_BY_READERS.has(tag)) return /^(https|mailto):/i.test(address);
  return (tag === "img" || tag === "link") && /^data:image\//i.test(address);
}

function* elements(html) {
  const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;
  for (const [, tag, rest] of html.matchAll(ELEMENT)) {
    const attributes = [...rest.matchAll(attribute)].map((a) => [a[1].toLowerCase(), a[2] ?? a[3] ?? a[4] ?? ""]);
    yield { tag: tag.toLowerCase(), attributes };
  }
}

function withoutComments(html) {
  return html.replace(/<!--[\s\S]*?-->/g, "");
}
