import { instantText, t } from '../messages/t';
import type { Draft } from './use-draft';

/** Two people wrote one field: both values stand, one is chosen. */
export function ClashChoice({ path, draft }: { path: string; draft: Draft }) {
  const clash = draft.clashes[path];
  if (!clash) return null;
  const { yours, theirs } = clash;
  return (
    <span className="clash" role="alert">
      {t('clash', { by: theirs?.by ?? '', at: theirs ? instantText(theirs.at) : '' })}{' '}
      <button type="button" onClick={() => draft.settle(path, true)}>
        {t('clash.mine', { value: String(yours ?? '–') })}
      </button>{' '}
      <button type="button" onClick={() => draft.settle(path, false)}>
        {t('clash.theirs', { value: String(theirs?.value ?? '–') })}
      </button>
    </span>
  );
}
