import type { NameOf } from '../field-text.js';
import type { GateSurroundings } from './gate.types.js';

/** Names of the units and titles of the posts that there are. */
export function namesIn({ units, posts }: Pick<GateSurroundings, 'units' | 'posts'>): NameOf {
  const names = new Map([
    ...units.map(({ id, name }) => [id, name] as const),
    ...posts.map(({ id, title }) => [id, title] as const),
  ]);
  return (id) => names.get(id) ?? id;
}
