import type { OfferView, PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import { AnswerForm } from '../answer-form';
import { TextInput } from '../inputs';
import type { Answers } from '../use-preparation';

/** The campaign's own code: part of every address and receipt from the launch on. */
export function CodeForm({ view, offer }: { view: PreparationView; offer: OfferView }) {
  const said = (now: PreparationView) => (now.answers as Answers).code ?? undefined;
  return (
    <AnswerForm<string>
      view={view}
      title={t('part.code')}
      help={t('prepare.code.help')}
      offered={said(view) === undefined}
      slot="code"
      said={said}
      start={said(view) ?? offer.offered.code ?? ''}
      answers={(code) => ({ code })}
    >
      {(code, set) => <TextInput label={t('part.code')} value={code} set={set} />}
    </AnswerForm>
  );
}
