import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, isRefused, newKey } from '../api/client';
import type { DossierView, RegistrationView } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import type { OpenRemark } from '../entry/fields';
import { RemarkReplies } from '../entry/remark-replies';
import { t } from '../messages/t';
import { FigureField, figureOf, typedText } from '../parts/figure-field';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import { keep, keptOf, type Typed } from './kept';
import { levelText } from './level-text';

interface Props {
  owed: DossierView;
  asked: RegistrationView;
  remarks: OpenRemark[];
}

/** One registration, handed in as a whole; what the server finds wrong is told at its line. */
export function RegistrationForm({ owed, asked, remarks }: Props) {
  const { id } = owed;
  const post = usePost().post!;
  const field = useId();
  const go = useNavigate();
  const key = useRef(newKey());
  const [typed, type] = useState(() => keptOf(post, id) ?? begun(asked));
  const [replies, setReplies] = useState<Record<string, string>>({});
  const { mutateAsync, isPending, error } = useAct(id);
  const faults = faultsIn(error);
  const change = (next: Typed): void => {
    type(next);
    keep(post, id, next);
  };
  const mayChange = (part: string): boolean => asked.open === null || asked.open.includes(part);
  const remarksOf = (part: string) => (
    <RemarkReplies
      remarks={remarks.filter(({ path }) => path === part)}
      replies={replies}
      reply={(remark, text) => setReplies({ ...replies, [remark]: text })}
    />
  );
  const wrong = asked.targets.some(({ target }) => 'fault' in figureOf(typed.pledges[target] ?? ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      revision: owed.revision,
      content: contentOf(typed, asked),
      ...(remarks.length > 0 && {
        replies: remarks.map(({ id: remark }) => ({ remark, text: replies[remark] ?? '' })),
      }),
    };
    mutateAsync({ act: 'submission', body, key: key.current }).then(
      () => {
        keep(post, id, null);
        void go({ to: '/viec/$obligation', params: { obligation: id } });
      },
      (refusal: unknown) => {
        if (isRefused(refusal)) key.current = newKey();
      },
    );
  };
  return (
    <form onSubmit={submit}>
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
          value={typed.titles}
          disabled={!mayChange('titles')}
          onChange={({ target }) => change({ ...typed, titles: target.value })}
        />
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
                value={typed.pledges[one.target] ?? ''}
                change={(text) => change({ ...typed, pledges: { ...typed.pledges, [one.target]: text } })}
                fault={faults.get(`pledges.${one.target}`)}
                disabled={!mayChange(`pledges.${one.target}`)}
              />
              {remarksOf(`pledges.${one.target}`)}
            </div>
          ))}
        </section>
      )}
      <Refused error={error} />
      <p className="small">{t('registration.kept')}</p>
      <p className="tools">
        <button type="submit" className="main" disabled={isPending || wrong}>
          {t('registration.hand-in')}
        </button>
      </p>
    </form>
  );
}

const begun = ({ given, targets }: RegistrationView): Typed => ({
  titles: given?.titles.join('\n') ?? '',
  pledges: Object.fromEntries(
    targets.map(({ target, assigned }) => {
      const said = given?.pledges.find((one) => one.target === target);
      return [target, typedText(said ? said.value : assigned)];
    }),
  ),
});

const contentOf = ({ titles, pledges }: Typed, { targets }: RegistrationView) => ({
  titles: titles.split('\n').flatMap((line) => line.trim() || []),
  ...(targets.length > 0 && {
    pledges: targets.map(({ target }) => {
      const read = figureOf(pledges[target] ?? '');
      return { target, value: 'value' in read ? read.value : null };
    }),
  }),
});

/** By part, in the server's words. */
function faultsIn(error: Error | null): Map<string, string> {
  if (!(error instanceof ApiProblem)) return new Map();
  return new Map((error.problem.errors ?? []).map(({ field, message }) => [field, message]));
}
