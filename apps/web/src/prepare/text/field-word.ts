import { fieldName } from '../../../../../libs/domain/preparation/field-names';
import { t } from '../../messages/t';

/** The word for a field; of a target with its id. */
export function wordOf(field: string): string {
  const parts = field.split('.');
  const name = fieldName(field);
  const word = name ? t(`word.${name}`) : parts.at(-1)!;
  return parts[0] === 'targets' && parts.length === 3 ? `${parts[1]}: ${word}` : word;
}
