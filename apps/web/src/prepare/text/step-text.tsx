import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import { StepItems } from '../step-items';
import { TakeOffers } from '../take-offers';
import { useOffer } from '../use-preparation';
import { CodeForm } from './code-form';
import { FieldRow } from './field-row';
import { MarkedText } from './marked-text';

/** Văn bản: what the reader found beside the words it rests on, each leading to the other. */
export function StepText({ view }: { view: PreparationView }) {
  const { field = null } = useSearch({ from: '/chuan-bi/$id/$step' });
  const navigate = useNavigate();
  const { data: offer } = useOffer(view.id);
  const [lead, setLead] = useState(true);
  const go = (id: string, toText: boolean): void => {
    setLead(toText);
    void navigate({
      to: '/chuan-bi/$id/$step',
      params: { id: view.id, step: 'van-ban' },
      search: { field: id },
      replace: true,
      resetScroll: false,
    });
  };
  const shown = view.fields.filter((one) => SHOWN.includes(one.field));
  const others = view.fields.filter((one) => !SHOWN.includes(one.field) && one.offset !== null);
  const found = [...view.questions.map((one) => ({ ...one, id: `question:${one.id}` })), ...view.defects];
  const row = (one: PreparationView['fields'][number]) => (
    <FieldRow
      key={one.field}
      view={view}
      field={one}
      shown={field === one.field}
      lead={!lead}
      see={() => go(one.field, true)}
    />
  );
  return (
    <>
      <StepItems view={view} step="van-ban" />
      {offer && <TakeOffers view={view} offer={offer} parts={['code', 'start']} />}
      <div className="beside-text">
        <div>
          <section aria-labelledby="fields">
            <h3 id="fields">{t('prepare.fields')}</h3>
            {offer && <CodeForm view={view} offer={offer} />}
            <ul className="fields">{shown.map(row)}</ul>
            {others.length > 0 && (
              <details open={others.some((one) => one.field === field)}>
                <summary>{t('prepare.fields.others', { n: others.length })}</summary>
                <ul className="fields">{others.map(row)}</ul>
              </details>
            )}
            {found.length > 0 && (
              <details open={found.some(({ id }) => id === field)}>
                <summary>{t('prepare.fields.found', { n: found.length })}</summary>
                <ul className="fields">
                  {found.map(({ id, text, offset }) => (
                    <li key={id} className={field === id ? 'field-row shown' : 'field-row'}>
                      {text}{' '}
                      {offset !== null && (
                        <button type="button" className="plain" onClick={() => go(id, true)}>
                          {t('prepare.see')}
                        </button>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </section>
        </div>
        <section aria-labelledby="text">
          <h3 id="text">{t('prepare.text')}</h3>
          {view.text === null ? (
            <p className="note">{t('prepare.text.none')}</p>
          ) : (
            <MarkedText view={view} shown={field} lead={lead} back={(id) => go(id, false)} />
          )}
        </section>
      </div>
    </>
  );
}

const SHOWN = [
  'name',
  'theme',
  'issuer',
  'number',
  'issueDate',
  'signatory',
  'start',
  'end',
  'calendar',
  'goals',
  'duties',
];
