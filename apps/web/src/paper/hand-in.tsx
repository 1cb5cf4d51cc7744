import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiProblem, isRefused, newKey } from '../api/client';
import type { DossierView } from '../api/contracts';
import { useAct, useRounds } from '../api/use-dossier';
import { RemarkReplies } from '../entry/remark-replies';
import { t, type Code } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';

/** What the server found wrong at a part of the paper, in its words. */
export type FaultAt = (path: string) => string | undefined;

interface Props {
  owed: DossierView;
  /** Of what is typed, when it is handed in. */
  content: () => object;
  /** Nothing is wrong that the form itself can see. */
  ready?: boolean;
  press: Code;
  done: () => void;
  children: (faultAt: FaultAt) => ReactNode;
}

/** A paper is handed in as a whole; pressed again before the answer it is the same act. */
export function HandIn({ owed, content, ready = true, press, done, children }: Props) {
  const { id, revision } = owed;
  const { post } = usePost();
  const go = useNavigate();
  const client = useQueryClient();
  const key = useRef(newKey());
  const { data: rounds } = useRounds(id);
  const [replies, setReplies] = useState<Record<string, string>>({});
  const { mutateAsync, isPending, error } = useAct(id);
  const remarks = (rounds?.rounds ?? [])
    .flatMap((round) => round.remarks)
    .filter(({ state }) => state === 'unanswered');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const answers = remarks.map(({ id: remark }) => ({ remark, text: replies[remark] ?? '' }));
    const body = { revision, content: content(), ...(answers.length > 0 && { replies: answers }) };
    mutateAsync({ act: 'submission', body, key: key.current }).then(
      () => {
        done();
        void go({ to: '/viec/$obligation', params: { obligation: id } });
      },
      (refusal: unknown) => {
        if (!isRefused(refusal)) return;
        key.current = newKey();
        // what it was refused for may have changed under the form: the next press is of what stands now
        void client.invalidateQueries({ queryKey: ['obligation', post, id] });
      },
    );
  };
  return (
    <form className="act wide paper" onSubmit={submit}>
      {children(faultsIn(error))}
      <RemarkReplies
        remarks={remarks}
        replies={replies}
        reply={(remark, text) => setReplies({ ...replies, [remark]: text })}
      />
      <Refused error={error} />
      <p className="tools no-print">
        <button type="submit" className="main" disabled={isPending || !ready}>
          {t(press)}
        </button>
      </p>
    </form>
  );
}

function faultsIn(error: Error | null): FaultAt {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const at = new Map(errors.map(({ field, message }) => [field.replace(/^content\./, ''), message]));
  return (path) => at.get(path);
}
