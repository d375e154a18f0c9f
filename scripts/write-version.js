// Run by `npm version`: writes the version of package.json to the manifests that name an image.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Patterns of the lines that contain the version, by file; the first group is kept. */
const PLACES = {
  'ops/helm/Chart.yaml': /^((?:appV|v)ersion: ).*$/gm,
  'ops/helm/values.yaml': /^( {2}tag: ).*$/gm,
  'ops/kubernetes/reading-server.yml': /^( *image: reading-server:).*$/gm,
};

for (const [file, pattern] of Object.entries(PLACES)) {
  const quote = file.endsWith('values.yaml') ? "'" : '';
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, `$1${quote}${version}${quote}`));
}
