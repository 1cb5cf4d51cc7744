import { say, type Language } from '../../messages/say.js';
import { fieldsOf } from '../fields.js';
import { fieldText, fieldWord } from '../field-text.js';
import type { Field, Preparation } from '../preparation.types.js';
import type { Finding, GateSurroundings } from './gate.types.js';
import { namesIn } from './names-in.js';

/** What nobody has stood up for yet; a target is one item whatever is open of it. */
export function fieldItems(preparation: Preparation, surroundings: GateSurroundings, language: Language): Finding[] {
  const nameOf = namesIn(surroundings);
  const groups = new Map<string, Field[]>();
  for (const field of fieldsOf(preparation).filter(({ open }) => open)) {
    const group = groupOf(field.field);
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups].map(([group, fields]): Finding => {
    const [{ origin, evidence }] = fields as [Field];
    const word = fieldWord(group, language);
    const told = fields.map(({ field, value }) => {
      const text = fieldText(field, value, { nameOf, language });
      return field === group ? text : `${fieldWord(field, language)} ${text}`;
    });
    const data = { field: word, told: told.join('; '), origin: say(`origin.${origin!}`, {}, language) };
    return {
      id: `unconfirmed:${group}`,
      kind: 'unconfirmed',
      field: group,
      text: say('gate.unconfirmed', data, language),
      severity: 'must',
      proposal: say('gate.confirm', { field: word }, language),
      evidence,
    };
  });
}

const groupOf = (field: string): string =>
  field.startsWith('targets.') ? field.slice(0, field.lastIndexOf('.')) : field;
