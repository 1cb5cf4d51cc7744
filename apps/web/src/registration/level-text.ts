import type { RegistrationView } from '../api/contracts';
import { numberText, t } from '../messages/t';

/** What is assigned of a target, and to which group, in one line. */
export function levelText({ assigned, measure, group, ceiling }: RegistrationView['targets'][number]): string {
  const level =
    assigned === null
      ? t('registration.unassigned')
      : t('registration.assigned', { value: numberText(assigned), measure });
  const more = [
    ...(group === null ? [] : [t('registration.group', { group })]),
    ...(ceiling ? [t('registration.ceiling')] : []),
  ];
  return [level, ...more].join(' · ');
}
