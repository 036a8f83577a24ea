// The search thread of one solver process: OR-Tools CP-SAT as the package or-tools-wasm compiles it, one solve at
// a time. The package collects what happens during a solve and hands it over at the end; a rota that is watched
// needs it at once, and a stop has to reach a search that blocks its thread. Both go through the functions that
// the WebAssembly code imports from us:
//   - it reads the clock whenever it checks its time limit: there we look at the stop flag;
//   - it calls what may throw through invoke_* functions: there we see each event on its way into the collection.
// The second leans on how the package was compiled, so start-up tries it on a tiny model and compares it with what
// the package itself reports. Whatever was not seen on its way is sent at the end of the solve: late, never lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const READY = 1;
const ANSWER = 5;
const EVENT_KIND = { 1: 2, 2: 3, 3: 4 }; // the package's solution, bound, log -> our frames
const PROTOCOL = 'rostering-cpsat 1';
const { packageFolder, stopFlag } = workerData;

let wasm;
let onPush = () => {};

const module = await load();
const pushEvent = findPushEvent();
parentPort.on('message', solve);
parentPort.postMessage({ kind: READY, payload: new TextEncoder().encode(PROTOCOL) });

async function load() {
  const folder = join(packageFolder, 'build', 'javascript', 'node-wasm');
  const { default: create } = await import(pathToFileURL(join(folder, 'cp_sat_runtime_node.js')));
  return create({
    locateFile: (name) => join(folder, name),
    print: (text) => process.stderr.write(`${text}\n`),
    instantiateWasm: (info, done) => {
      watchImports(info.env);
      const compiled = new WebAssembly.Module(readFileSync(join(folder, 'cp_sat_runtime_node.wasm')));
      wasm = new WebAssembly.Instance(compiled, info).exports;
      done({ exports: wasm }, compiled);
    },
  });
}

function watchImports(imports) {
  const readClock = imports.clock_time_get;
  imports.clock_time_get = (...args) => {
    if (Atomics.load(stopFlag, 0) === 1) wasm.interrupt_solve(); // does nothing until the search has begun: so each time
    return readClock(...args);
  };
  // The package's own versions wait for a promise at every call; one thread that never suspends needs none of it.
  for (const name of Object.keys(imports).filter((key) => key.startsWith('invoke_'))) {
    imports[name] = name === 'invoke_vii' ? watchedInvoke : invoke;
  }
}

function invoke(index, ...args) {
  const stack = wasm.emscripten_stack_get_current();
  try {
    return wasm.__indirect_function_table.get(index)(...args);
  } catch (error) {
    if (!('excPtr' in error)) throw error; // a trap, not a C++ exception
    wasm._emscripten_stack_restore(stack);
    wasm.setThrew(1, 0);
  }
}

function watchedInvoke(index, vector, event) {
  onPush(index, event);
  return invoke(index, vector, event);
}

// An event in memory: its type (1 byte, padded to 4), then a 12-byte std::string, which either holds up to 11
// bytes itself (length in the last byte) or points to them (top bit of the last byte set).
function readEvent(address) {
  const memory = module.HEAPU8;
  const view = new DataView(memory.buffer);
  if (address + 16 > memory.length) return null;
  const [type, inlineLength] = [memory[address], memory[address + 15]];
  const start = inlineLength < 128 ? address + 4 : view.getUint32(address + 4, true);
  const length = inlineLength < 128 ? inlineLength : view.getUint32(address + 8, true);
  return type in EVENT_KIND && start + length <= memory.length ? { type, bytes: memory.slice(start, start + length) } : null;
}

// Minimise x over 0..1: a solve that reports a bound and a solution. Which invoke_vii target saw exactly those?
function findPushEvent() {
  const seen = new Map();
  onPush = (index, address) => seen.set(index, [...(seen.get(index) ?? []), readEvent(address)]);
  const tinyModel = Uint8Array.from([18, 4, 18, 2, 0, 1, 34, 6, 10, 1, 0, 34, 1, 1]);
  const oneWorker = Uint8Array.from([240, 12, 1]); // num_workers: 1, as in every solve
  const reported = runSolver(tinyModel, oneWorker, 3).events;
  onPush = () => {};
  const same = (events) => events.length === reported.length && events.every((event, i) => sameEvent(event, reported[i]));
  return [...seen.keys()].find((index) => same(seen.get(index))) ?? -1;
}

function sameEvent(left, right) {
  return left !== null && left.type === right.type && Buffer.compare(left.bytes, right.bytes) === 0;
}

// Payload: which events are wanted (1 byte, the package's flags), length of the parameters (4), parameters, model.
function solve(payload) {
  const paramsEnd = 5 + new DataView(payload.buffer).getUint32(1, true);
  let streamed = 0;
  onPush = (index, address) => {
    if (index !== pushEvent) return;
    const event = readEvent(address);
    if (event === null) return;
    streamed++;
    post(event);
  };
  const { events, response } = runSolver(payload.subarray(paramsEnd), payload.subarray(5, paramsEnd), payload[0]);
  events.slice(streamed).forEach(post);
  parentPort.postMessage({ kind: ANSWER, payload: response });
}

function post({ type, bytes }) {
  parentPort.postMessage({ kind: EVENT_KIND[type], payload: bytes });
}

function runSolver(model, params, flags) {
  const addresses = [copyIn(model), copyIn(params), copyIn(new Uint8Array(4))];
  const [modelAt, paramsAt, lengthAt] = addresses;
  const resultAt = wasm.solve_model_with_callback_events(modelAt, model.length, paramsAt, params.length, flags, lengthAt);
  const length = new DataView(module.HEAPU8.buffer).getUint32(lengthAt, true);
  const envelope = module.HEAPU8.slice(resultAt, resultAt + length);
  wasm.free_buffer(resultAt);
  addresses.forEach((address) => wasm.free(address));
  return parseEnvelope(envelope);
}

function copyIn(bytes) {
  const address = wasm.malloc(Math.max(bytes.length, 1));
  if (address === 0) throw new Error(`Out of memory: no room for ${bytes.length} bytes.`);
  module.HEAPU8.set(bytes, address);
  return address;
}

// Number of events, then of each its type, length and bytes; then length and bytes of the response.
function parseEnvelope(bytes) {
  const view = new DataView(bytes.buffer);
  const events = [];
  let at = 4;
  for (let left = view.getUint32(0, true); left > 0; left--) {
    const length = view.getUint32(at + 1, true);
    events.push({ type: bytes[at], bytes: bytes.slice(at + 5, at + 5 + length) });
    at += 5 + length;
  }
  return { events, response: bytes.slice(at + 4, at + 4 + view.getUint32(at, true)) };
}
