import { say, type Language } from '../../messages/say.js';
import { fieldsOf } from '../fields.js';
import type { Field, Preparation } from '../preparation.types.js';
import type { Finding } from './gate.types.js';

/** What nobody has stood up for yet; a target is one item whatever is open of it. */
export function fieldItems(preparation: Preparation, language: Language): Finding[] {
  const groups = new Map<string, Field[]>();
  for (const field of fieldsOf(preparation).filter(({ open }) => open)) {
    const group = groupOf(field.field);
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups].map(([group, fields]): Finding => {
    const [{ origin, evidence }] = fields as [Field];
    const told = fields.map(({ field, value }) => `${word(field, language)} ${shown(value)}`).join('; ');
    return {
      id: `unconfirmed:${group}`,
      kind: 'unconfirmed',
      field: group,
      text: say(
        'gate.unconfirmed',
        { field: word(group, language), told, origin: say(`origin.${origin!}`, {}, language) },
        language,
      ),
      severity: 'must',
      proposal: say('gate.confirm', { field: group }, language),
      evidence,
    };
  });
}

const groupOf = (field: string): string =>
  field.startsWith('targets.') ? field.slice(0, field.lastIndexOf('.')) : field;

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const WORDS = [
  'bodies',
  'name',
  'theme',
  'issuer',
  'number',
  'issueDate',
  'signatory',
  'calendar',
  'start',
  'end',
  'participants',
  'cadence',
  'periods',
  'route',
  'workdays',
  'scoring',
  'goals',
  'duties',
  'comparator',
  'value',
  'unit',
  'deadline',
  'mode',
  'indicator',
] as const;

/** The word for a field; a target or step goes by its id. */
function word(field: string, language: Language): string {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const known = WORDS.find((one) => one === last);
  return known ? say(`field.${known}`, {}, language) : last;
}
