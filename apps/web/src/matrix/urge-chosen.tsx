import { useMutation } from '@tanstack/react-query';
import { useRef, type FormEvent } from 'react';
import { download, isRefused, newKey, write } from '../api/client';
import type { LetterView } from '../api/contracts';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import type { Paper } from './papers-of';

/** The official letter that urges the chosen units, ready to be signed: a draft to print, it moves no deadline. */
export function UrgeChosen({ campaign, papers }: { campaign: string; papers: Paper[] }) {
  const { viewer } = usePost();
  const key = useRef(newKey());
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (byDay: string) =>
      write<LetterView>(viewer, `/campaigns/${encodeURIComponent(campaign)}/urging-letter`, {
        body: { obligations: papers.map(({ obligation }) => obligation), ...(byDay !== '' && { byDay }) },
        key: key.current,
      }),
    onError: (refusal) => {
      if (isRefused(refusal)) key.current = newKey();
    },
  });
  const save = (kind: 'docx' | 'pdf'): void => {
    if (data) void download(viewer, `/letters/${encodeURIComponent(data.id)}/document.${kind}`, `don-doc.${kind}`);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    mutate(new FormData(event.currentTarget).get('day') as string);
  };
  if (data)
    return (
      <p className="done-note" role="status">
        ✓ {t('chosen.letter', { n: papers.length })}{' '}
        <button type="button" onClick={() => save('docx')}>
          Word
        </button>{' '}
        <button type="button" onClick={() => save('pdf')}>
          PDF
        </button>
      </p>
    );
  return (
    <form className="act" onSubmit={submit}>
      <p className="help">{t('chosen.urge.help')}</p>
      <p>
        <label>
          {t('chosen.urge.day')} <input name="day" type="date" />
        </label>
      </p>
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t('chosen.urge.do')}
      </button>
    </form>
  );
}
