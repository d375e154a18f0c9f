import { posix } from 'node:path';
import { elementsOf } from './parse-xml.js';
import type { ZipArchive } from './zip-archive.js';

export interface Relationship {
  readonly id: string;
  /** Last part of the type's URL: `slide`, `notesSlide`, `worksheet`. */
  readonly type: string;
  /** Name of the related part. */
  readonly part: string;
}

/** Returns the relations of a part to other parts of an Office document. */
export function relationshipsOf(archive: ZipArchive, part: string): readonly Relationship[] {
  const { dir, base } = posix.parse(part);
  const xml = archive.text(`${dir}/_rels/${base}.rels`) ?? '';
  return elementsOf(xml, 'Relationship')
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id: id = '', Type: type = '', Target: target = '' }) => ({
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      part: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
    }));
}
