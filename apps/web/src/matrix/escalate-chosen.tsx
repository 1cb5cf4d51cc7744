import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey, write, type Viewer } from '../api/client';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';
import type { Paper } from './papers-of';
import { Refusals } from './refusals';

interface Said {
  done: number;
  refused: { obligation: string; reason: string }[];
  /** Why it stopped on the way; what was not reached is taken up by pressing again. */
  away: string | null;
}

/** Reported upwards one by one; each is judged for itself. A line that breaks stops it, and pressing again goes on where it was. */
export function EscalateChosen({ papers }: { campaign: string; papers: Paper[] }) {
  const { viewer } = usePost();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [busy, work] = useState(false);
  const [said, say] = useState<Said | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { to: form.get('to') as string, reason: (form.get('reason') as string).trim() };
    work(true);
    void escalate(viewer, papers, body, key.current, say).finally(() => {
      work(false);
      void client.invalidateQueries({ queryKey: ['matrix'] });
    });
  };
  const finished = said !== null && said.away === null && said.done + said.refused.length === papers.length;
  return (
    <>
      {!finished && (
        <form className="act" onSubmit={submit}>
          <p>
            <label>
              {t('act.escalate.to')}{' '}
              <select name="to">
                {(['head', 'superior', 'standing_body', 'chair'] as const).map((to) => (
                  <option key={to} value={to}>
                    {t(`audience.${to}`)}
                  </option>
                ))}
              </select>
            </label>
          </p>
          <p>
            <label>
              {t('reason')} <textarea name="reason" required minLength={3} maxLength={2_000} rows={2} />
            </label>
          </p>
          <button type="submit" className="main" disabled={busy}>
            {t('act.escalate.do')}
          </button>
        </form>
      )}
      {said && (
        <div role="status">
          <p>{t('chosen.escalated', { done: said.done, all: papers.length })}</p>
          {said.away !== null && <p className="failed">✕ {said.away}</p>}
          <Refusals refused={said.refused} papers={papers} />
        </div>
      )}
    </>
  );
}

/** Each under a key of its own made from the wish's, so that asked again it happens once. */
async function escalate(
  viewer: Viewer,
  papers: Paper[],
  body: object,
  wish: string,
  say: (said: Said) => void,
): Promise<void> {
  const said: Said = { done: 0, refused: [], away: null };
  for (const [n, { obligation }] of papers.entries()) {
    try {
      await write(viewer, `/obligations/${encodeURIComponent(obligation)}/escalate`, { body, key: `${wish}-${n}` });
      said.done += 1;
    } catch (error) {
      if (!isRefused(error)) return say({ ...said, away: (error as Error).message });
      said.refused.push({ obligation, reason: (error as Error).message });
    }
    say({ ...said });
  }
}
