/** What the facts of a plan to be are called, at the top and of a target; each has a word in the message files of the server and of the console. */
export const FIELD_NAMES = [
  'name',
  'theme',
  'issuer',
  'number',
  'issueDate',
  'signatory',
  'calendar',
  'start',
  'end',
  'bodies',
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
export type FieldName = (typeof FIELD_NAMES)[number];

/** The name at the end of a field's path: `value` of `targets.T01.value`; null where it ends in an id. */
export function fieldName(field: string): FieldName | null {
  const last = field.slice(field.lastIndexOf('.') + 1);
  return FIELD_NAMES.find((one) => one === last) ?? null;
}
