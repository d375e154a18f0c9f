import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FOLDER = join(import.meta.dirname, '../page-looks');
/** Colour distance from 0 to 1 up to which two pixels count as equal; edges are smoothed differently by each GPU. */
const PIXEL_TOLERANCE = 0.15;
/** Side of the square within which differing pixels are counted, so that a small but complete loss is found. */
const WINDOW = 32;
/** Set to store the pictures anew after an intended change. */
const isUpdate = process.env['UPDATE_LOOKS'] === '1';

/**
 * Highest share of differing pixels in any square of the picture, compared with the stored one; 1 if the sizes differ.
 * The actual picture and the difference are written to a temporary folder, which the result names.
 */
export function compareLooks(name: string, actual: Buffer): { readonly share: number; readonly where: string } {
  const path = join(FOLDER, `${name}.png`);
  if (isUpdate) writeFileSync(path, actual);
  if (!existsSync(path)) throw new Error(`No stored picture ${path}: run the spec with UPDATE_LOOKS=1`);
  const [stored, shown] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(actual)];
  const { width, height } = stored;
  const difference = new PNG({ width, height });
  const isSameSize = shown.width === width && shown.height === height;
  const options = { threshold: PIXEL_TOLERANCE, windowSize: WINDOW };
  const share = isSameSize
    ? pixelmatch(stored.data, shown.data, difference.data, width, height, options) / WINDOW ** 2
    : 1;
  if (share === 0) return { share, where: '' };
  const where = mkdtempSync(join(tmpdir(), 'page-looks-'));
  writeFileSync(join(where, `${name}.png`), actual);
  if (isSameSize) writeFileSync(join(where, `${name}-difference.png`), PNG.sync.write(difference));
  return { share, where };
}
