import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey, write } from '../api/client';
import type { BulkExtensionView, PreviewView } from '../api/contracts';
import { dayText, dueText, t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import type { Paper } from './papers-of';
import { Refusals } from './refusals';

interface Wish {
  select: { obligations: string[] };
  lastDay: string;
  document?: { number: string; date: string };
}

/** One day for many, looked at before it is decided; the document is needed where the plan wrote the date for everybody. */
export function ExtendChosen({ campaign, papers }: { campaign: string; papers: Paper[] }) {
  const { viewer } = usePost();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [wish, wishFor] = useState<Wish | null>(null);
  const path = `/campaigns/${encodeURIComponent(campaign)}`;
  const look = useMutation({
    mutationFn: (body: Wish) => write<PreviewView>(viewer, `${path}/preview`, { body: { command: 'extend', ...body } }),
  });
  const decide = useMutation({
    mutationFn: (reason: string) =>
      write<BulkExtensionView>(viewer, `${path}/extension`, { body: { ...wish, reason }, key: key.current }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['matrix'] }),
    onError: (error) => {
      if (isRefused(error)) key.current = newKey();
    },
  });
  const preview = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const word = (name: string): string => (said.get(name) as string).trim();
    const next: Wish = {
      select: { obligations: papers.map(({ obligation }) => obligation) },
      lastDay: word('day'),
      ...(word('number') !== '' && { document: { number: word('number'), date: word('date') } }),
    };
    wishFor(next);
    key.current = newKey();
    look.mutate(next);
  };
  const error = look.error ?? decide.error;
  if (decide.data)
    return (
      <>
        <p className="done-note" role="status">
          ✓ {t('chosen.extended', { n: decide.data.extended.length, day: dayText(decide.data.lastDay) })}
        </p>
        <Refusals refused={decide.data.refused} papers={papers} />
      </>
    );
  return (
    <>
      <form className="act" onSubmit={preview} onChange={() => wishFor(null)}>
        <p>
          <label>
            {t('act.extension.day')} <input name="day" type="date" required />
          </label>
        </p>
        <p className="help">{t('chosen.document.help')}</p>
        <p>
          <label>
            {t('chosen.document.number')} <input name="number" maxLength={60} />
          </label>{' '}
          <label>
            {t('chosen.document.date')} <input name="date" type="date" />
          </label>
        </p>
        <button type="submit" disabled={look.isPending}>
          {t('chosen.preview')}
        </button>
      </form>
      <Refused error={error} />
      {wish && look.data && (
        <div role="status">
          <p>
            {t('chosen.preview.says', { moved: look.data.moved, kept: look.data.kept, letters: look.data.letters })}
          </p>
          <ul>
            {look.data.groups.map(({ step, level, phase, count, dueBefore, dueAfter, warnings }) => (
              <li key={`${step}-${level}-${phase}-${dueBefore}`}>
                {t('chosen.moves', { count, before: dueText(dueBefore), after: dueText(dueAfter) })}
                {warnings.map(({ code, text }) => (
                  <span key={code} className="line small">
                    ! {text}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <Refusals refused={look.data.refused} papers={papers} />
          {look.data.refusal ? (
            <p className="failed" role="alert">
              ✕ {look.data.refusal.reason}
            </p>
          ) : (
            <Decide pending={decide.isPending} decide={decide.mutate} />
          )}
        </div>
      )}
    </>
  );
}

function Decide({ pending, decide }: { pending: boolean; decide: (reason: string) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    decide((new FormData(event.currentTarget).get('reason') as string).trim());
  };
  return (
    <form className="act" onSubmit={submit}>
      <p>
        <label>
          {t('reason')} <textarea name="reason" required minLength={3} maxLength={2_000} rows={2} />
        </label>
      </p>
      <button type="submit" className="main" disabled={pending}>
        {t('chosen.extend.do')}
      </button>
    </form>
  );
}
