import { useEffect, useRef, useState } from 'react';
import type { CovenantView } from '../api/contracts';
import { t } from '../messages/t';
import { DeclineForm, SignForm } from './answer-forms';
import { PaperForm } from './paper-form';
import { ProposeForm } from './propose-form';

type CovenantAct = CovenantView['may'][number];

const FORMS = { sign: SignForm, decline: DeclineForm, paper: PaperForm, propose: ProposeForm };
const ORDER: CovenantAct[] = ['sign', 'decline', 'paper', 'propose'];

/** What the post may do with it, as the server says. */
export function CovenantActs({ covenant }: { covenant: CovenantView }) {
  const [chosen, choose] = useState<CovenantAct | null>(null);
  const [done, setDone] = useState<CovenantAct | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== null) told.current?.focus();
  }, [done]);
  const acts = ORDER.filter((act) => covenant.may.includes(act));
  if (acts.length === 0 && done === null) return null;
  const Form = chosen !== null && acts.includes(chosen) ? FORMS[chosen] : null;
  const label = (act: CovenantAct) =>
    t(act === 'propose' && covenant.version > 0 ? 'covenant.propose.other' : `covenant.${act}`);
  return (
    <section aria-labelledby="acts" className="no-print">
      <h2 id="acts">{t('covenant.acts')}</h2>
      {done !== null && (
        <p ref={told} tabIndex={-1} className="done-note" role="status">
          ✓ {t(`covenant.${done}.done`)}
        </p>
      )}
      <p className="tools">
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className={act === 'sign' || acts.length === 1 ? 'main' : ''}
            aria-expanded={chosen === act}
            onClick={() => {
              setDone(null);
              choose(chosen === act ? null : act);
            }}
          >
            {label(act)}
          </button>
        ))}
      </p>
      {Form && (
        <Form
          // another text is another act: what was being signed is not exchanged under the hand
          key={`${chosen} ${covenant.version}`}
          covenant={covenant}
          done={() => {
            setDone(chosen);
            choose(null);
          }}
        />
      )}
    </section>
  );
}
