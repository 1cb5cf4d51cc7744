import { useState } from 'react';
import type { MatrixView } from '../api/contracts';
import { t } from '../messages/t';
import { EscalateChosen } from './escalate-chosen';
import { ExtendChosen } from './extend-chosen';
import { papersOf } from './papers-of';
import { UrgeChosen } from './urge-chosen';

const ACTS = { urge: UrgeChosen, extend: ExtendChosen, escalate: EscalateChosen };
type Act = keyof typeof ACTS;

interface Props {
  campaign: string;
  view: MatrixView;
  units: string[];
  clear: () => void;
}

/** What may be done about the units that were chosen: about what they still owe, in one step or in all. */
export function Chosen({ campaign, view, units, clear }: Props) {
  const [step, within] = useState('');
  const [act, choose] = useState<Act | null>(null);
  const papers = papersOf(view, units, step);
  const Form = act && ACTS[act];
  return (
    <section className="chosen no-print" aria-labelledby="chosen">
      <h2 id="chosen" aria-live="polite">
        {t('chosen', { units: units.length, papers: papers.length })}
      </h2>
      <p className="tools">
        <label>
          {t('col.stage')}{' '}
          <select value={step} onChange={({ target }) => within(target.value)}>
            <option value="">{t('matrix.all')}</option>
            {view.columns.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {(Object.keys(ACTS) as Act[]).map((one) => (
          <button
            key={one}
            type="button"
            aria-expanded={act === one}
            disabled={papers.length === 0}
            onClick={() => choose(act === one ? null : one)}
          >
            {t(`chosen.${one}`)}
          </button>
        ))}
        <button type="button" className="plain" onClick={clear}>
          {t('chosen.clear')}
        </button>
      </p>
      {papers.length === 0 && <p className="note">{t('chosen.nothing')}</p>}
      {Form && papers.length > 0 && (
        <Form key={`${act}-${papers.map(({ obligation }) => obligation).join()}`} campaign={campaign} papers={papers} />
      )}
    </section>
  );
}
