#!/usr/bin/env node
// Verifies an export of the ledger without any of the application's code: sequences, zero sums and chains of hashes.
//   node scripts/verify-ledger.mjs FOLDER    FOLDER holds entries.csv and postings.csv, from `rostering ledger export --csv FOLDER`
// Exit codes: 0 sound, 1 something is wrong, 2 the files cannot be read.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';

const zeros = Buffer.alloc(32);

/** Gives the records of a CSV file one after another, each as an array of texts; fields may be quoted and hold line ends. */
async function* records(path) {
  let record = [], field = '', quoted = false, closed = false;
  for await (const chunk of createReadStream(path, 'utf8')) {
    for (const letter of chunk) {
      if (quoted && !(closed && letter !== '"')) {
        if (letter !== '"') field += letter;
        else if (closed) { field += '"'; closed = false; }
        else closed = true;
      } else if (letter === '"') {
        quoted = true;
      } else if (letter === ',' || letter === '\n') {
        record.push(field);
        field = ''; quoted = false; closed = false;
        if (letter === '\n') { yield record; record = []; }
      } else if (letter !== '\r') {
        field += letter;
      }
    }
  }
}

/** Gives the rows of a CSV file as objects that have its header's names. */
async function* rows(path) {
  let names;
  for await (const record of records(path)) {
    if (names) yield Object.fromEntries(names.map((name, at) => [name, record[at]]));
    else names = record;
  }
}

const microseconds = (time) => `${Date.parse(`${time.slice(0, 19)}Z`) / 1000}${time.slice(20, 26)}`;

const list = (lines, column) => `{${lines.map((line) => line[column]).join(',')}}`;

/** The text of an entry that its hash is taken of, after the hash of the entry before it. */
const text = (entry, lines) => [
  entry.fund, entry.seq, entry.kind, entry.effective_on, microseconds(entry.recorded_at), entry.terms, entry.resolves, entry.reverses,
  entry.tranche, entry.twin_fund, entry.twin_seq, entry.relates_to, entry.remittance, entry.key, entry.evidence, entry.made_by, entry.checked_by,
  entry.request_hash, list(lines, 'account') + list(lines, 'unit') + list(lines, 'amount'), entry.detail,
].join('|');

/** Says what is wrong with an entry, if anything is. */
function fault(entry, lines, before) {
  if (Number(entry.seq) !== before.seq + 1) return `entry ${before.seq + 1} is missing`;
  if (lines.length < 2) return 'it has fewer than 2 postings';
  const sums = { gbp: 0n, min: 0n };
  for (const [at, line] of lines.entries()) {
    if (Number(line.line) !== at + 1) return `posting ${at + 1} is missing`;
    const account = `${line.account} ${line.unit}`;
    before.balances[account] = (before.balances[account] ?? 0n) + BigInt(line.amount);
    if (before.balances[account] !== BigInt(line.balance)) return `posting ${line.line} does not carry the balance of ${account}`;
    sums[line.unit] += BigInt(line.amount);
  }
  if (sums.gbp !== 0n || sums.min !== 0n) return `it does not balance: ${sums.gbp} pence and ${sums.min} minutes over`;
  const hash = createHash('sha256').update(before.hash).update(text(entry, lines)).digest('hex');
  return hash === entry.hash ? undefined : 'its hash is not that of its content and of all before it';
}

async function verify(folder) {
  const postings = rows(join(folder, 'postings.csv'));
  let next = await postings.next(), before, entries = 0;
  for await (const entry of rows(join(folder, 'entries.csv'))) {
    if (before?.fund !== entry.fund) before = { fund: entry.fund, seq: 0, hash: zeros, balances: {} };
    const lines = [];
    for (; !next.done && next.value.fund === entry.fund && next.value.seq === entry.seq; next = await postings.next()) lines.push(next.value);
    const wrong = fault(entry, lines, before);
    if (wrong) return { entries, wrong: `fund ${entry.fund}, entry ${entry.seq}: ${wrong}` };
    before = { ...before, seq: Number(entry.seq), hash: Buffer.from(entry.hash, 'hex') };
    entries++;
  }
  return next.done ? { entries } : { entries, wrong: `fund ${next.value.fund}, entry ${next.value.seq}: there are postings, but no such entry in its place` };
}

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder that holds entries.csv and postings.csv.');
  process.exit(2);
}
try {
  const started = performance.now();
  const { entries, wrong } = await verify(folder);
  console.log(`${entries} entries verified, ${Math.round(entries / ((performance.now() - started) / 1000))} entries/s`);
  console.log(wrong ? `First bad entry: ${wrong}` : 'The chains are sound.');
  process.exitCode = wrong ? 1 : 0;
} catch (error) {
  console.error(`${error.message}. Give the folder of an export.`);
  process.exitCode = 2;
}
