import { refuse, type Refusal } from '../lifecycle/refusal.js';
import type { Form } from '../form/form.types.js';

/** The report as a whole, e.g. the signed paper; every kind of obligation has it. */
export const WHOLE_PAPER = 'paper';

/**
 * A place that evidence may be bound to: a figure or section of the form, or the paper itself.
 * @param form null where the obligation has none: then only the paper
 */
export function placeKnown(form: Form | null, path: string): Refusal | null {
  if (path === WHOLE_PAPER) return null;
  const [group, id, ...more] = path.split('.');
  const known =
    more.length === 0 &&
    ((group === 'figures' && form?.cells.some(({ target }) => target === id)) ||
      (group === 'sections' && form?.sections.some((one) => one.id === id)));
  return known ? null : refuse('evidence-place', { path });
}

/** Evidence as a report keeps it: by place, in one order, so that the same files give the same content. */
export function byPlace<T extends { path: string; hash: string }>(
  refs: readonly T[],
): Record<string, Omit<T, 'path'>[]> {
  const sorted = [...refs].sort((a, b) => (a.path + a.hash < b.path + b.hash ? -1 : 1));
  const places: Record<string, Omit<T, 'path'>[]> = {};
  for (const { path, ...ref } of sorted) (places[path] ??= []).push(ref);
  return places;
}
