import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PreparationView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Refused } from '../parts/refused';
import { ItemRow } from './item-row';
import { STEPS, stepOf, type Item } from './steps';
import { useLoad } from './use-preparation';
import { useWish } from './use-wish';

/** Kiểm tra và phát động: what blocks, what is only told, and the one button. */
export function StepLaunch({ view }: { view: PreparationView }) {
  const { items, clean } = view.gate;
  const open = items.filter((item) => item.open);
  const waived = items.filter(({ waiver }) => waiver !== null);
  const warnings = items.filter(({ severity }) => severity === 'warning');
  if (view.state !== 'open')
    return (
      <section>
        <p>{t(view.state === 'launched' ? 'launch.done' : 'prepare.closed')}</p>
        {view.campaign !== null && view.state === 'launched' && (
          <p className="tools">
            <Link to="/phong-trao/$campaign" params={{ campaign: view.campaign }} className="button main">
              {t('prepare.campaign')}
            </Link>
          </p>
        )}
      </section>
    );
  return (
    <>
      <section aria-labelledby="blocks">
        <h3 id="blocks">{t('launch.blocks')}</h3>
        <p role="status">{clean ? `✓ ${t('launch.clean')}` : t('launch.open', { n: open.length })}</p>
        {STEPS.map((step) => (
          <Group key={step} view={view} step={step} items={open.filter((item) => stepOf(item) === step)} />
        ))}
      </section>
      {waived.length > 0 && (
        <section aria-labelledby="waived">
          <h3 id="waived">{t('launch.waived', { n: waived.length })}</h3>
          <ul className="items">
            {waived.map((item) => (
              <ItemRow key={item.id} view={view} item={item} />
            ))}
          </ul>
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="warnings">
          <h3 id="warnings">{t('launch.warnings', { n: warnings.length })}</h3>
          <ul className="items">
            {warnings.map((item) => (
              <ItemRow key={item.id} view={view} item={item} />
            ))}
          </ul>
        </section>
      )}
      <LaunchButton view={view} />
    </>
  );
}

function Group({ view, step, items }: { view: PreparationView; step: (typeof STEPS)[number]; items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>
        <Link to="/chuan-bi/$id/$step" params={{ id: view.id, step }}>
          {t(`prepare.step.${step}`)}
        </Link>{' '}
        ({items.length})
      </h4>
      <ul className="items">
        {items.map((item) => (
          <ItemRow key={item.id} view={view} item={item} far />
        ))}
      </ul>
    </>
  );
}

/** Asks once more, saying what will happen; a second press before the answer is the same launch. */
function LaunchButton({ view }: { view: PreparationView }) {
  const { clean, composes } = view.gate;
  const navigate = useNavigate();
  const client = useQueryClient();
  const question = useRef<HTMLDivElement>(null);
  const { send, isPending, error } = useWish(view.id);
  const { data: load } = useLoad(view.id, composes);
  const [asking, ask] = useState(false);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const launch = async (): Promise<void> => {
    const told = await send('launch', {});
    if (told === null) return;
    await client.invalidateQueries({ queryKey: ['overview'] });
    await navigate({ to: '/phong-trao/$campaign', params: { campaign: told.campaign! } });
  };
  return (
    <section aria-label={t('launch')} className="no-print">
      {!asking && (
        <button type="button" className="main" disabled={!clean} onClick={() => ask(true)}>
          {t('launch')}
        </button>
      )}
      {!clean && <p className="small">{t('launch.not-yet')}</p>}
      {asking && (
        <div ref={question} tabIndex={-1} role="group" aria-labelledby="launch-question">
          <h3 id="launch-question">{t('launch.question', { name: view.name ?? view.source })}</h3>
          {load && (
            <ul>
              <li>{t('launch.units', { n: load.participants })}</li>
              <li>
                {load.firstMail
                  ? t('launch.mails', { n: load.firstMail.letters, day: dayText(load.firstMail.day) })
                  : t('launch.no-mail')}
              </li>
              <li>{t('launch.sealed')}</li>
            </ul>
          )}
          <Refused error={error} />
          <p className="tools">
            <button type="button" className="main" disabled={isPending} onClick={() => void launch()}>
              {t('launch.do')}
            </button>{' '}
            <button type="button" onClick={() => ask(false)}>
              {t('prepare.cancel')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
