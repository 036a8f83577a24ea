// Checks a roster of Curtois and Qu's instances (2014) by itself, in another language and without any of the search's code:
//   node solver-benchmarks/check-nrp.mjs INSTANCE.txt[.gz] ROSTER.csv
// It prints the cost and the hard rules that are broken, and exits with 1 where there are any.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const [instanceFile, rosterFile] = process.argv.slice(2);
if (!rosterFile) {
  console.error('Use: node solver-benchmarks/check-nrp.mjs INSTANCE.txt[.gz] ROSTER.csv');
  process.exit(2);
}

const bytes = readFileSync(instanceFile);
const sections = new Map();
let section;
for (const line of (instanceFile.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().split('\n').map(line => line.split('#')[0].trim()).filter(Boolean)) {
  if (line.startsWith('SECTION_')) sections.set(line, section = []);
  else section.push(line.split(',').map(part => part.trim()));
}

const days = Number(sections.get('SECTION_HORIZON')[0][0]);
const shifts = new Map(sections.get('SECTION_SHIFTS').map(([id, minutes, notAfter = '']) => [id, { minutes: Number(minutes), notAfter: notAfter.split('|') }]));
const rows = new Map(readFileSync(rosterFile, 'utf8').split('\n').filter(Boolean).map(line => line.split(',')).map(([id, ...row]) => [id, row]));
const broken = [];
const offDays = new Map(sections.get('SECTION_DAYS_OFF').map(([id, ...off]) => [id, off.filter(Boolean).map(Number)]));

// The runs of one person: working or not, from a day, so many days; those that touch an end of the horizon may go on outside it.
const runsOf = row => {
  const runs = [];
  row.forEach((shift, day) => {
    const works = shift !== '-';
    if (runs.length && runs.at(-1).works === works) runs.at(-1).length++;
    else runs.push({ works, from: day, length: 1 });
  });
  return runs;
};

for (const [id, most, maxMinutes, minMinutes, maxRun, minRun, minOff, maxWeekends] of sections.get('SECTION_STAFF')) {
  const row = rows.get(id) ?? [];
  const breaks = (holds, rule) => holds || broken.push(`${id}: ${rule}`);
  breaks(row.length === days && row.every(shift => shift === '-' || shifts.has(shift)), `a shift or a dash for each of ${days} days`);
  row.forEach((shift, day) => breaks(day === 0 || shift === '-' || row[day - 1] === '-' || !shifts.get(row[day - 1]).notAfter.includes(shift), `${shift} after ${row[day - 1]} on day ${day}`));
  for (const [shift, limit] of most.split('|').map(pair => pair.split('='))) breaks(row.filter(worked => worked === shift).length <= Number(limit), `more than ${limit} of ${shift}`);
  const minutes = row.reduce((sum, shift) => sum + (shifts.get(shift)?.minutes ?? 0), 0);
  breaks(minutes <= Number(maxMinutes) && minutes >= Number(minMinutes), `${minutes} minutes, of ${minMinutes} to ${maxMinutes}`);
  const weekends = Array.from({ length: Math.floor(days / 7) }, (_, week) => row[week * 7 + 5] !== '-' || row[week * 7 + 6] !== '-').filter(Boolean).length;
  breaks(weekends <= Number(maxWeekends), `${weekends} weekends, of at most ${maxWeekends}`);
  for (const run of runsOf(row)) {
    const inside = run.from > 0 && run.from + run.length < days;
    breaks(!run.works || run.length <= Number(maxRun), `${run.length} days of work from day ${run.from}`);
    breaks(!inside || run.length >= Number(run.works ? minRun : minOff), `only ${run.length} days ${run.works ? 'of work' : 'off'} from day ${run.from}`);
  }
  for (const day of offDays.get(id) ?? []) breaks(row[day] === '-', `works on day ${day}, which is off`);
}

let cost = 0;
for (const [id, day, shift, weight] of sections.get('SECTION_SHIFT_ON_REQUESTS')) if (rows.get(id)?.[Number(day)] !== shift) cost += Number(weight);
for (const [id, day, shift, weight] of sections.get('SECTION_SHIFT_OFF_REQUESTS')) if (rows.get(id)?.[Number(day)] === shift) cost += Number(weight);
for (const [day, shift, required, under, over] of sections.get('SECTION_COVER')) {
  const there = [...rows.values()].filter(row => row[Number(day)] === shift).length;
  cost += there < Number(required) ? (Number(required) - there) * Number(under) : (there - Number(required)) * Number(over);
}

console.log(`cost ${cost}, ${broken.length} hard rules broken`);
for (const rule of broken) console.log(rule);
process.exit(broken.length ? 1 : 0);
