import type { Language } from '../../messages/say.js';
import { retold } from '../../plan-reader/messages/tell.js';
import type { Defect, DefectKind } from '../../plan-reader/plan-reading.types.js';
import type { PreparationAnswers } from '../answers.types.js';
import { targetsRead } from '../compose/draft-targets.js';
import { fieldsOf } from '../fields.js';
import { gatherAnswers } from '../gather-answers.js';
import type { Preparation } from '../preparation.types.js';
import { DEFECT_WAIVERS } from '../waiver-rights.js';
import type { Finding } from './gate.types.js';
import { numbered } from './numbered.js';

type Mended = (answers: PreparationAnswers, defect: Defect, preparation: Preparation) => boolean;

const dayGiven: Mended = ({ head }) => Boolean(head?.issueDate);
const cadenceGiven: Mended = ({ cadence, periods }) => cadence !== undefined && periods !== undefined;
/** The officer has looked at the target's own day and stands up for it. */
const dayConfirmed: Mended = (answers, defect, preparation) => {
  if (targetCorrected(answers, defect, preparation)) return true;
  const day = `targets.${targetAt(answers, defect, preparation)}.deadline`;
  return fieldsOf(preparation).some(({ field, confirmed }) => field === day && confirmed !== null);
};
const targetCorrected: Mended = (answers, defect, preparation) => {
  const id = targetAt(answers, defect, preparation);
  return (answers.corrections ?? []).some((one) => one.id === id);
};
/** Each of these days has a follow-up of its own. */
const followed: Mended = ({ followUps = [] }, { proposal }) =>
  followUps.some(({ deadline }) => proposal.includes(deadline));

/** How answers mend what is wrong in the document; the other kinds are mended in the document only, or waived. */
const MENDED: Partial<Record<DefectKind, Mended>> = {
  blank_number: ({ head }) => Boolean(head?.number),
  blank_day: dayGiven,
  missing_header: (answers, ...rest) => Boolean(answers.head?.number) && dayGiven(answers, ...rest),
  missing_cadence: cadenceGiven,
  cadence_without_day: cadenceGiven,
  missing_award_path: ({ route }) => route !== undefined,
  target_after_end: followed,
  deadline_conflict: dayConfirmed,
  implausible_number: targetCorrected,
  share_without_base: targetCorrected,
  target_without_number: targetCorrected,
  difference_disagrees: targetCorrected,
};

/** Id of the target whose sentence the defect points at. */
function targetAt(
  { confirmed = [] }: PreparationAnswers,
  { offset, evidence }: Defect,
  { reading }: Preparation,
): string | undefined {
  const place = targetsRead(reading?.numeric_targets ?? []).findIndex(
    (target) => target.offset < offset + evidence.length && offset < target.offset + target.evidence.length,
  );
  return confirmed[place]?.id;
}

/** What the document check found, with the ids under which the gate tells it: `blank_day@3`, `event_after_end@29#2`. */
export const defectsOf = ({ reading }: Pick<Preparation, 'reading'>): { id: string; thing: Defect }[] =>
  numbered(reading?.defects ?? [], ({ kind, line }) => `${kind}@${line}`);

/** What the document check found and no answer has mended. */
export function defectItems(preparation: Preparation, language: Language): Finding[] {
  const { answers } = gatherAnswers(preparation);
  return defectsOf(preparation)
    .filter(({ thing }) => !MENDED[thing.kind]?.(answers, thing, preparation))
    .map(({ id, thing: { kind, proposal: kept, said, evidence } }): Finding => {
      const proposal = retold(said, kept, language);
      const waivableBy = DEFECT_WAIVERS[kind];
      return {
        id: `defect:${id}`,
        kind: 'defect',
        text: proposal,
        severity: 'waivable',
        waivableBy,
        proposal,
        evidence,
      };
    });
}
