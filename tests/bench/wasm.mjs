// How fast the evaluator is in Wasm: node tests/bench/wasm.mjs MODULE.js. `./sandbox bench` builds the module first.
// Times are those of the processor, the least of many runs in passes apart from each other, so that other
// work on the machine counts little.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const PASSES = 8;
const RUNS = 5;
const RUN_MILLISECONDS = 40;

const { Bench } = createRequire(import.meta.url)(resolve(process.argv[2]));
const bench = new Bench();

/** The least time of one call, in seconds. */
function least(work) {
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

/** A browser compiles well what is called often, and does so beside what is running. */
async function warmUp(work) {
  for (let pause = 0; pause < 20; pause += 1) {
    for (let call = 0; call < 20; call += 1) work();
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

/** Seconds for each question, asked in rounds that take long enough to be timed. */
function each(method, scenario) {
  let rounds = 1;
  for (;;) {
    const before = performance.now();
    bench[method](scenario, rounds);
    const taken = performance.now() - before;
    if (taken > RUN_MILLISECONDS) break;
    rounds = Math.ceil(rounds * Math.min(10, (1.5 * RUN_MILLISECONDS) / Math.max(taken, 0.01)));
  }
  return least(() => bench[method](scenario, rounds)) / (rounds * bench.length(scenario));
}

const columns = [30, 16, 16, 10];
const row = (...cells) => console.log(cells.map((cell, at) => (at ? cell.padStart(columns[at]) : cell.padEnd(columns[0]))).join(""));
const perSecond = (seconds) => Math.round(1 / seconds).toLocaleString("en");

// All of them before the first is timed: what one warms up, the others run as well.
for (let again = 0; again < 3; again += 1) {
  for (let scenario = 0; bench.name(scenario) !== undefined; scenario += 1) {
    for (const method of ["decide", "trace"]) {
      await warmUp(() => bench[method](scenario, 1 + 200 / bench.length(scenario)));
    }
  }
}
const bytes = bench.compile();
await warmUp(() => bench.compile());

const best = new Map();
const keep = (cell, seconds) => best.set(cell, Math.min(seconds, best.get(cell) ?? Infinity));
for (let pass = 0; pass < PASSES; pass += 1) {
  for (let scenario = 0; bench.name(scenario) !== undefined; scenario += 1) {
    for (const method of ["decide", "trace"]) keep(`${method} ${scenario}`, each(method, scenario));
  }
  keep("compile", least(() => bench.compile()));
}

row("", "decisions/s", "with trace/s", "factor");
for (let scenario = 0; bench.name(scenario) !== undefined; scenario += 1) {
  const [plain, traced] = [best.get(`decide ${scenario}`), best.get(`trace ${scenario}`)];
  row(bench.name(scenario), perSecond(plain), perSecond(traced), (traced / plain).toFixed(1));
}
console.log(`parse and compile ${(bytes / 1000).toFixed(0)} kB: ${(best.get("compile") * 1000).toFixed(2)} ms`);
