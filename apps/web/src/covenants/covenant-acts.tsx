import type { CovenantView } from '../api/contracts';
import { t } from '../messages/t';
import { ActPanel } from '../parts/act-panel';
import { DeclineForm, SignForm } from './answer-forms';
import { PaperForm } from './paper-form';
import { ProposeForm } from './propose-form';

type CovenantAct = CovenantView['may'][number];

const FORMS = { sign: SignForm, decline: DeclineForm, paper: PaperForm, propose: ProposeForm };
const ORDER: CovenantAct[] = ['sign', 'decline', 'paper', 'propose'];

/** What the post may do with it, as the server says. */
export function CovenantActs({ covenant }: { covenant: CovenantView }) {
  const acts = ORDER.filter((act) => covenant.may.includes(act));
  return (
    <ActPanel
      title={t('covenant.acts')}
      acts={acts}
      label={(act) => t(act === 'propose' && covenant.version > 0 ? 'covenant.propose.other' : `covenant.${act}`)}
      isMain={(act) => act === 'sign' || acts.length === 1}
      said={(act) => t(`covenant.${act}.done`)}
      form={(act, done) => {
        const Form = FORMS[act];
        // another text is another act: what was being signed is not exchanged under the hand
        return <Form key={`${act} ${covenant.version}`} covenant={covenant} done={done} />;
      }}
    />
  );
}
