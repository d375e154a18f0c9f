// Writes libs/divination/src/birth/tables/zone-history.generated.json from tzdata (public domain): when each zone left
// local mean time, and the clock changes from 1880 to 1970 that Node's time zone data lack, because tzdata merges zones
// that agree since 1970. Instants are Unix seconds, offsets seconds east of Greenwich.
//
//   usage: node scripts/divination/build-zone-history.js TZDATA_SOURCE_FOLDER   (needs awk and zic)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SOURCES = 'africa antarctica asia australasia europe northamerica southamerica etcetera factory backward'.split(
  ' ',
);
const FROM = Date.UTC(1880, 0, 1) / 1000;
/** End of the table: tzdata merges only zones that agree from here on. */
const UNTIL = Date.UTC(1970, 0, 1) / 1000;
const FIRST_BIRTH = Date.UTC(1899, 11, 30) / 1000;
const TARGET = new URL('../../libs/divination/src/birth/tables/zone-history.generated.json', import.meta.url);

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: build-zone-history.js TZDATA_SOURCE_FOLDER');

function compile(flags, files) {
  const target = mkdtempSync(path.join(tmpdir(), 'zoneinfo-'));
  const source = execFileSync('awk', [...flags, '-f', 'ziguard.awk', ...files], { cwd: folder, maxBuffer: 1 << 26 });
  writeFileSync(path.join(target, 'source.zi'), source);
  execFileSync('zic', ['-b', 'fat', '-d', path.join(target, 'zones'), path.join(target, 'source.zi')]);
  return path.join(target, 'zones');
}

/**
 * Reads the 64-bit block of a TZif file (RFC 8536) as `[[unix seconds, offset in seconds, abbreviation]]`; the first
 * entry starts at −∞.
 */
function transitionsOf(file) {
  const bytes = readFileSync(file);
  const counts = (at) => [20, 24, 28, 32, 36, 40].map((offset) => bytes.readUInt32BE(at + offset));
  const [utcs, stds, leaps, times, types, letters] = counts(0);
  const second = 44 + times * 5 + types * 6 + letters + leaps * 8 + stds + utcs;
  const [, , , count, kinds] = counts(second);
  const [timesAt, indexAt] = [second + 44, second + 44 + count * 8];
  const [typesAt, namesAt] = [indexAt + count, indexAt + count + kinds * 6];
  const nameAt = (at) => bytes.toString('latin1', namesAt + at, bytes.indexOf(0, namesAt + at));
  const type = (index) => [bytes.readInt32BE(typesAt + index * 6), nameAt(bytes.readUInt8(typesAt + index * 6 + 5))];
  return [
    [-Infinity, ...type(0)],
    ...Array.from({ length: count }, (_, index) => [
      Number(bytes.readBigInt64BE(timesAt + index * 8)),
      ...type(bytes.readUInt8(indexAt + index)),
    ]),
  ];
}

const offsetAt = (transitions, at) => transitions.findLast(([from]) => from <= at)?.[1];

function differs(one, other) {
  const moments = [...one, ...other].map(([at]) => at).filter((at) => at >= FROM && at < UNTIL);
  return [FROM, ...moments].some((at) => offsetAt(one, at) !== offsetAt(other, at));
}

/** Offsets from 1880 to 1970, without transitions that change only the abbreviation. */
function historyOf(transitions) {
  const kept = [[FROM, offsetAt(transitions, FROM)], ...transitions.filter(([at]) => at > FROM && at < UNTIL)];
  return kept.filter(([, offset], index) => index === 0 || offset !== kept[index - 1][1]);
}

const merged = compile(['-v', 'DATAFORM=main'], SOURCES);
const whole = compile(
  ['-v', 'DATAFORM=main', '-v', 'PACKRATDATA=backzone', '-v', 'PACKRATLIST=zone.tab'],
  [...SOURCES, 'backzone'],
);
/**
 * Links to merged zones, mapped to the zone that the name originally meant (given after `#=`): `Link Africa/Abidjan
 * Iceland #= Atlantic/Reykjavik`.
 */
const meant = new Map(
  readFileSync(path.join(folder, 'backward'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, zone] = /^Link\s+\S+\s+(\S+)\s+#=\s+(\S+)/u.exec(line) ?? [];
      return name ? [[name, zone]] : [];
    }),
);
const groups = new Map();
for (const entry of readdirSync(whole, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const name = path.relative(whole, path.join(entry.parentPath, entry.name));
  const transitions = transitionsOf(path.join(whole, meant.get(name) ?? name));
  const end = transitions[0][2] === 'LMT' ? (transitions.find(([, , label]) => label !== 'LMT')?.[0] ?? Infinity) : 0;
  const meanTimeUntil = end >= FIRST_BIRTH && Number.isFinite(end) ? end : null;
  const offsets = differs(transitions, transitionsOf(path.join(merged, name))) ? historyOf(transitions) : [];
  if (meanTimeUntil === null && offsets.length === 0) continue;
  const history = { meanTimeUntil, offsets: offsets.map(([from, offset]) => [from, offset]) };
  const key = JSON.stringify(history);
  groups.set(key, { zones: [...(groups.get(key)?.zones ?? []), name], ...history });
}
const lines = [...groups.values()].map(({ zones, ...history }) => JSON.stringify({ zones: zones.sort(), ...history }));
writeFileSync(TARGET, `[\n${lines.sort().join(',\n')}\n]\n`);
const version = readFileSync(path.join(folder, 'version'), 'utf8').trim();
const zones = [...groups.values()].flatMap((group) => group.zones);
console.log(`${lines.length} rows, ${zones.length} zones, tzdata ${version}`);
