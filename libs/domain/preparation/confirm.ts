import { refuse, type Refusal } from '../lifecycle/refusal.js';
import { fieldsOf } from './fields.js';
import type { Confirmation, Preparation } from './preparation.types.js';
import { valueText } from './value-text.js';

/**
 * Confirms fields with the values they have now. A name before a dot confirms everything below it: `targets.T03`.
 * @returns all confirmations, or a refusal that names a field nobody knows or that has no value yet
 */
export function confirm(
  preparation: Preparation,
  names: readonly string[],
  by: string,
  at: string,
): Confirmation[] | Refusal {
  const fields = fieldsOf(preparation);
  const now: Confirmation[] = [];
  for (const name of names) {
    const meant = fields.filter(({ field }) => field === name || field.startsWith(`${name}.`));
    if (meant.length === 0) return refuse('preparation-unknown-field', { field: name });
    const told = meant.filter(({ value }) => value !== null);
    if (told.length === 0) return refuse('preparation-nothing-to-confirm', { field: name });
    now.push(...told.map(({ field, value }) => ({ field, value: valueText(value), by, at })));
  }
  const again = new Set(now.map(({ field }) => field));
  return [...preparation.confirmations.filter(({ field }) => !again.has(field)), ...now];
}
