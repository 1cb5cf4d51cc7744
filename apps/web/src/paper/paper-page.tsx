import { useNavigate, useParams } from '@tanstack/react-router';
import { useId, useRef, type FormEvent } from 'react';
import { isRefused, newKey } from '../api/client';
import type { DossierView } from '../api/contracts';
import { useAct, useDossier } from '../api/use-dossier';
import { OwedHead } from '../entry/owed-head';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { Empty, Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { fieldsOf, isPaper, type PaperKind } from './papers';

/** A paper of a few words: number, day, what it says. */
export function PaperPage() {
  const { obligation: id } = useParams({ from: '/viec/$obligation/van-ban' });
  const { post } = usePost();
  const { data: owed, error, isPending, refetch } = useDossier(id);
  if (post === null) return <SignInBox />;
  if (error) return <Failed error={error} retry={refetch} />;
  if (isPending) return <Loading />;
  if (!isPaper(owed.kind)) return <Empty>{t('paper.elsewhere')}</Empty>;
  return (
    <>
      <OwedHead owed={owed} />
      <PaperForm key={owed.revision} owed={owed} kind={owed.kind} />
    </>
  );
}

/** Handed in as a whole; pressed again before the answer it is the same act. */
function PaperForm({ owed, kind }: { owed: DossierView; kind: PaperKind }) {
  const go = useNavigate();
  const key = useRef(newKey());
  const field = useId();
  const { mutateAsync, isPending, error } = useAct(owed.id);
  const before = (owed.submission?.content ?? {}) as Record<string, string | undefined>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const content = Object.fromEntries(
      fieldsOf(kind).map(([name, type]) => [name, type === 'yes' ? true : (said.get(name) as string).trim()]),
    );
    mutateAsync({ act: 'submission', body: { revision: owed.revision, content }, key: key.current }).then(
      () => go({ to: '/viec/$obligation', params: { obligation: owed.id } }),
      (refusal: unknown) => {
        if (isRefused(refusal)) key.current = newKey();
      },
    );
  };
  return (
    <form className="act" onSubmit={submit}>
      {fieldsOf(kind).map(([name, type]) => {
        const known = { id: `${field}-${name}`, name, required: true };
        if (type === 'yes')
          return (
            <label key={name} className="check">
              <input type="checkbox" {...known} /> {t(`paper.${name}`)}
            </label>
          );
        return (
          <p key={name}>
            <label htmlFor={known.id}>{t(`paper.${name}`)}</label>
            {type === 'words' ? (
              <textarea {...known} rows={6} minLength={3} maxLength={20_000} defaultValue={before[name]} />
            ) : (
              <input {...known} type={type === 'day' ? 'date' : 'text'} maxLength={60} defaultValue={before[name]} />
            )}
          </p>
        );
      })}
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t('paper.hand-in')}
      </button>
    </form>
  );
}
