import { instantText, t } from '../messages/t';
import type { Draft } from './use-draft';

/** Whether everything that was typed is saved, and what the server said otherwise. */
export function LineState({ draft }: { draft: Draft }) {
  return (
    <>
      <p role="status" className={`line-state ${draft.line}`}>
        {lineText(draft)}
      </p>
      {draft.refusal !== null && (
        <p className="failed" role="alert">
          ✕ {draft.refusal}
        </p>
      )}
    </>
  );
}

function lineText({ line, waiting, savedAt }: Draft): string {
  if (line === 'down') return t('line.down', { n: waiting });
  if (line === 'waiting' && waiting > 0) return t('line.waiting', { n: waiting });
  return savedAt === null ? t('line.nothing') : t('line.saved', { at: instantText(savedAt) });
}
