import { posix } from 'node:path';
import { readXml } from './xml.js';
import type { ZipParts } from './zip-parts.js';

export interface Relation {
  /** Last word of the type: `officeDocument`, `header`, `numbering`, `styles`, `footnotes`. */
  type: string;
  /** Name of the part inside the zip. */
  part: string;
}

/** What a part points to inside the zip; `''` is the package itself. What points outside is left out. */
export async function relationsOf(parts: ZipParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await readXml(parts.chunks(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(tag) {
      const target = tag.at('Target');
      if (!tag.name.endsWith(':Relationship') || target === undefined || tag.at('TargetMode') === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ type: (tag.at('Type') ?? '').replace(/^.*\//, ''), part: path });
    },
  });
  return relations;
}
