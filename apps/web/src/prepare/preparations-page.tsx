import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PageOf, PreparationLine } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { dayText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { BeginForm } from './begin-form';
import { CopyForm } from './copy-form';
import { DiscardForm } from './discard-form';
import './prepare.css';

const TONES: Record<string, Tone> = { open: 'running', sealed: 'soon', launched: 'done', discarded: 'quiet' };

/** Hồ sơ chuẩn bị: every way from a text to a campaign that the post's unit is on, and the beginning of another. */
export function PreparationsPage() {
  const { post } = usePost();
  const list = usePages<PageOf<PreparationLine>>({
    queryKey: ['preparations', post],
    path: '/preparations',
    limit: 50,
    enabled: post !== null,
  });
  const { data, error, isPending, refetch } = list;
  const items = itemsOf(data);
  return (
    <>
      <h1>{t('prepare')}</h1>
      {post === null ? (
        <Empty>{t('prepare.sign-in')}</Empty>
      ) : (
        <>
          <section aria-labelledby="begin">
            <h2 id="begin">{t('prepare.begin')}</h2>
            <BeginForm />
            <CopyForm />
          </section>
          <section aria-labelledby="list">
            <h2 id="list">{t('prepare.list')}</h2>
            {isPending ? (
              <Loading />
            ) : error ? (
              <Failed error={error} retry={refetch} />
            ) : items.length === 0 ? (
              <Empty>{t('prepare.empty')}</Empty>
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Line key={one.id} line={one} />
                ))}
              </ul>
            )}
            <More list={list} />
          </section>
        </>
      )}
    </>
  );
}

function Line({ line }: { line: PreparationLine }) {
  const { id, name, source, state, stateText, at, byTitle, code, campaign } = line;
  const [discarding, discard] = useState(false);
  return (
    <li>
      <div className="row">
        <span className="what">
          <Link to="/chuan-bi/$id/$step" params={{ id, step: state === 'open' ? 'van-ban' : 'phat-dong' }}>
            <strong>{name ?? source}</strong>
          </Link>
          <span className="line small">
            {t('prepare.begun', { day: dayText(at), by: byTitle })} · {source}
            {code !== null && ` · ${code}`}
          </span>
        </span>
        <span className="when">
          <Badge tone={TONES[state] ?? 'quiet'}>{stateText}</Badge>{' '}
          {campaign !== null && state === 'launched' && (
            <Link to="/phong-trao/$campaign" params={{ campaign }}>
              {t('prepare.campaign')}
            </Link>
          )}
          {state === 'open' && !discarding && (
            <button
              type="button"
              className="plain"
              aria-label={t('prepare.discard.of', { name: name ?? source })}
              onClick={() => discard(true)}
            >
              {t('prepare.discard')}
            </button>
          )}
        </span>
      </div>
      {discarding && <DiscardForm id={id} close={() => discard(false)} />}
    </li>
  );
}
