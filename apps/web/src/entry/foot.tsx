import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { isRefused, newKey } from '../api/client';
import type { DossierView, ReportCheck } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import { t } from '../messages/t';
import type { Form } from './fields';
import type { OpenRemark } from './fields';
import { LineState } from './line-state';
import type { Draft } from './use-draft';

interface Props {
  form: Form;
  owed: DossierView;
  draft: Draft;
  remarks: OpenRemark[];
  replies: Record<string, string>;
  checking: boolean;
  faults: ReportCheck['faults'];
  unconfirmed: string[];
  check: () => Promise<ReportCheck | undefined>;
}

/** Always in sight: whether everything is saved, what is missing, and the way to hand in. */
export function Foot({ form, owed, draft, remarks, replies, checking, faults, unconfirmed, check }: Props) {
  const go = useNavigate();
  /** What was asked and not answered: asked again as it was, before anything else, because it may have happened. */
  const asked = useRef<{ body: object; key: string } | null>(null);
  const busy = useRef(false);
  const { mutateAsync, isPending } = useAct(form.obligation);
  const [refusal, refuse] = useState<string | null>(null);
  const unanswered = remarks.filter(({ id, state }) => state === 'unanswered' && !(replies[id] ?? '').trim());
  const prepared = async (): Promise<{ body: object; key: string } | null> => {
    const judged = await check();
    if (!judged?.ready) return null;
    if (unanswered.length > 0) {
      refuse(t('foot.unanswered', { n: unanswered.length }));
      return null;
    }
    const answers = Object.entries(replies).filter(([, text]) => text.trim() !== '');
    const body = {
      draft: judged.draft,
      revision: owed.revision,
      ...(answers.length > 0 && { replies: answers.map(([remark, text]) => ({ remark, text })) }),
    };
    return { body, key: newKey() };
  };
  const handIn = async (): Promise<void> => {
    if (busy.current) return; // a second click is the same wish
    busy.current = true;
    refuse(null);
    try {
      asked.current ??= await prepared();
      if (asked.current === null) return;
      await mutateAsync({ act: 'submission', ...asked.current });
      await go({ to: '/viec/$obligation', params: { obligation: form.obligation } });
    } catch (error) {
      if (isRefused(error)) asked.current = null;
      refuse((error as Error).message);
    } finally {
      busy.current = false;
    }
  };
  return (
    <div className="foot no-print">
      <LineState draft={draft} />
      {checking && faults.length + unconfirmed.length > 0 && (
        <p className="overdue-text" role="alert">
          {t('foot.faults', { n: faults.length, unconfirmed: unconfirmed.length })}
        </p>
      )}
      {checking && faults.length + unconfirmed.length === 0 && <p>✓ {t('foot.ready')}</p>}
      {refusal !== null && (
        <p className="failed" role="alert">
          ✕ {refusal}
        </p>
      )}
      <p className="tools">
        <button type="button" onClick={() => void check()}>
          {t('foot.check')}
        </button>{' '}
        <button type="button" className="main" disabled={isPending} onClick={() => void handIn()}>
          {t('foot.hand-in')}
        </button>
      </p>
    </div>
  );
}
