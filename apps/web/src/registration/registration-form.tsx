import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, isRefused, newKey } from '../api/client';
import type { DossierView, RegistrationView } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import { ClashChoice } from '../entry/clash-choice';
import type { OpenRemark } from '../entry/fields';
import { LineState } from '../entry/line-state';
import { RemarkReplies } from '../entry/remark-replies';
import { useDraft } from '../entry/use-draft';
import { t } from '../messages/t';
import { FigureField, figureOf, typedText } from '../parts/figure-field';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import { levelText } from './level-text';

const TITLES = 'titles';
const pledgePath = (target: string): string => `pledges.${target}`;

interface Props {
  owed: DossierView;
  asked: RegistrationView;
  remarks: OpenRemark[];
}

/** One registration, saved field by field as a report is, handed in as a whole; what the server finds wrong is told at its line. */
export function RegistrationForm({ owed, asked, remarks }: Props) {
  const { id } = owed;
  const { viewer, post } = usePost();
  const field = useId();
  const go = useNavigate();
  const draft = useDraft(viewer, asked);
  /** What was asked and not answered is asked again as it was: it may have happened. */
  const sent = useRef<{ body: object; key: string } | null>(null);
  const busy = useRef(false);
  const [replies, setReplies] = useState<Record<string, string>>({});
  const { mutateAsync, isPending, error } = useAct(id);
  const faults = faultsIn(error);
  const begun = begunWith(asked);
  const mayChange = (part: string): boolean => asked.open === null || asked.open.includes(part);
  /** What was typed by anybody; before that, and where it may not change, what was handed in last or is assigned. */
  const textOf = (path: string): string => {
    const own = draft.paths.includes(path) && mayChange(path);
    const value = own ? draft.valueOf(path) : (begun.get(path) ?? null);
    return typeof value === 'number' ? typedText(value) : (value ?? '');
  };
  const change = (path: string, text: string): void => draft.type(path, text === '' ? null : text);
  const others = [...new Set(asked.draft.editors.map((one) => one.post))].filter((one) => one !== post);
  const remarksOf = (part: string) => (
    <RemarkReplies
      remarks={remarks.filter(({ path }) => path === part)}
      replies={replies}
      reply={(remark, text) => setReplies({ ...replies, [remark]: text })}
    />
  );
  const wrong = asked.targets.some(({ target }) => 'fault' in figureOf(textOf(pledgePath(target))));
  const prepared = async (): Promise<{ body: object; key: string } | null> => {
    // what stands on the screen is what is handed in, also where nobody has touched it
    for (const path of begun.keys()) {
      const kept = draft.paths.includes(path) ? draft.valueOf(path) : undefined;
      if (kept === undefined || (typeof kept === 'number' ? typedText(kept) : (kept ?? '')) !== textOf(path))
        change(path, textOf(path));
    }
    const seen = await draft.saved();
    if (seen === null) return null;
    const answers = remarks.map(({ id: remark }) => ({ remark, text: replies[remark] ?? '' }));
    const body = { revision: owed.revision, draft: seen, ...(answers.length > 0 && { replies: answers }) };
    return { body, key: newKey() };
  };
  const handIn = async (): Promise<void> => {
    sent.current ??= await prepared();
    if (sent.current === null) return;
    try {
      await mutateAsync({ act: 'submission', ...sent.current });
      await go({ to: '/viec/$obligation', params: { obligation: id } });
    } catch (refusal) {
      if (isRefused(refusal)) sent.current = null;
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy.current) return; // a second click is the same wish
    busy.current = true;
    void handIn().finally(() => (busy.current = false));
  };
  return (
    <form onSubmit={submit}>
      {others.length > 0 && <p className="note">{t('entry.others', { who: others.join(', ') })}</p>}
      <section aria-labelledby={`${field}-titles`}>
        <h2 id={`${field}-titles`}>{t('registration.titles')}</h2>
        <label htmlFor={`${field}-lines`} className="small">
          {t('registration.titles.help')}
        </label>
        <textarea
          id={`${field}-lines`}
          rows={3}
          required
          maxLength={20_000}
          value={textOf(TITLES)}
          disabled={!mayChange('titles')}
          aria-describedby={`${field}-fault`}
          onChange={({ target }) => change(TITLES, target.value)}
        />
        <ClashChoice path={TITLES} draft={draft} />
        <span id={`${field}-fault`}>
          {faults.has(TITLES) && <strong className="overdue-text">✕ {faults.get(TITLES)}</strong>}
        </span>
        {!mayChange('titles') && <p className="small">{t('registration.shut')}</p>}
        {remarksOf('titles')}
      </section>
      {asked.targets.length > 0 && (
        <section aria-labelledby={`${field}-pledges`}>
          <h2 id={`${field}-pledges`}>{t('registration.pledges')}</h2>
          <p className="small">{t('registration.help')}</p>
          {asked.targets.map((one) => (
            <div key={one.target}>
              <FigureField
                label={one.name}
                measure={one.measure}
                help={levelText(one)}
                value={textOf(pledgePath(one.target))}
                change={(text) => change(pledgePath(one.target), text)}
                fault={faults.get(pledgePath(one.target))}
                disabled={!mayChange(pledgePath(one.target))}
              />
              <ClashChoice path={pledgePath(one.target)} draft={draft} />
              {remarksOf(pledgePath(one.target))}
            </div>
          ))}
        </section>
      )}
      <Refused error={error} />
      <p className="small">{t('registration.kept')}</p>
      <LineState draft={draft} />
      <p className="tools">
        <button type="submit" className="main" disabled={isPending || wrong}>
          {t('registration.hand-in')}
        </button>
      </p>
    </form>
  );
}

/** Before anybody has typed: what was handed in last, else what is assigned. */
const begunWith = ({ given, targets }: RegistrationView): ReadonlyMap<string, string> =>
  new Map([
    [TITLES, given?.titles.join('\n') ?? ''],
    ...targets.map(({ target, assigned }): [string, string] => {
      const said = given?.pledges.find((one) => one.target === target);
      return [pledgePath(target), typedText(said ? said.value : assigned)];
    }),
  ]);

/** By part, in the server's words. */
function faultsIn(error: Error | null): Map<string, string> {
  if (!(error instanceof ApiProblem)) return new Map();
  return new Map((error.problem.errors ?? []).map(({ field, message }) => [field, message]));
}
