import type { PreparationView } from '../api/contracts';

/** The steps of the wizard, each with an address. */
export const STEPS = ['van-ban', 'cau-hoi', 'chi-tieu', 'don-vi', 'lich', 'phat-dong'] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (text: string): text is Step => (STEPS as readonly string[]).includes(text);

export type Item = PreparationView['gate']['items'][number];
export type Field = PreparationView['fields'][number];

const OF_THE_TEXT = ['code', 'name', 'theme', 'issuer', 'number', 'issueDate', 'signatory', 'calendar', 'start', 'end'];
const OF_UNITS = ['bodies', 'participants', 'levels'];

/** The step in which something that holds up the launch is mended. */
export function stepOf({ kind, field }: Pick<Item, 'kind' | 'field'>): Step {
  if (kind === 'question' || kind === 'defect') return 'cau-hoi';
  if (kind === 'indicator' || kind === 'parent') return 'chi-tieu';
  const part = (field ?? '').split('.')[0]!;
  if (part === 'targets' || part === 'confirmed') return 'chi-tieu';
  if (OF_THE_TEXT.includes(part) || part === 'goals' || part === 'duties') return 'van-ban';
  return OF_UNITS.includes(part) ? 'don-vi' : 'lich';
}
