// One solver process. Frames come in on stdin and go out on stdout: length (4 bytes, little-endian, of the
// payload alone), kind (1 byte), payload. Frame.cs is the other end and says what each kind carries.
//
// The search runs in a worker thread (solver.mjs), since it blocks the thread that it is on; this thread
// stays free to hear a stop, and to notice that the parent is gone and leave.
import { Worker } from 'node:worker_threads';

process.on('SIGINT', () => {}); // Ctrl-C reaches the whole group of processes; the parent decides what it means

const SOLVE = 1;
const STOP = 2;
const packageFolder = process.argv[2];
const stopFlag = new Int32Array(new SharedArrayBuffer(4));

const solver = new Worker(new URL('./solver.mjs', import.meta.url), { workerData: { packageFolder, stopFlag }, stdout: true });
solver.stdout.pipe(process.stderr); // stdout belongs to the frames
solver.on('message', ({ kind, payload }) => send(kind, payload));
solver.on('error', (error) => {
  process.stderr.write(`${error?.stack ?? error}\n`, () => process.exit(1));
});

function send(kind, payload) {
  const header = Buffer.alloc(5);
  header.writeUInt32LE(payload.length, 0);
  header[4] = kind;
  process.stdout.write(header);
  process.stdout.write(payload);
}

function receive(kind, payload) {
  if (kind === STOP) {
    Atomics.store(stopFlag, 0, 1);
  } else if (kind === SOLVE) {
    Atomics.store(stopFlag, 0, 0);
    solver.postMessage(payload, [payload.buffer]);
  } else {
    process.stderr.write(`Frame of unknown kind ${kind}.\n`, () => process.exit(2));
  }
}

let chunks = [];
let held = 0;

process.stdin.on('data', (chunk) => {
  chunks.push(chunk);
  held += chunk.length;
  while (held >= 5) {
    if (chunks[0].length < 5) chunks = [Buffer.concat(chunks)];
    const end = 5 + chunks[0].readUInt32LE(0);
    if (held < end) return;
    const bytes = Buffer.concat(chunks);
    receive(bytes[4], new Uint8Array(bytes.subarray(5, end)));
    chunks = [bytes.subarray(end)];
    held -= end;
  }
});
process.stdin.on('end', () => process.exit(0));
process.stdout.on('error', () => process.exit(0));
