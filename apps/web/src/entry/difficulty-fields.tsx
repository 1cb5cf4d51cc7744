import { useState } from 'react';
import { newKey } from '../api/client';
import type { ReportCheck } from '../api/contracts';
import { useRaised } from '../difficulty/use-difficulty';
import { t } from '../messages/t';
import { Faults } from './faults';
import { DIFFICULTIES, difficultyPath } from './fields';
import type { Draft } from './use-draft';
import { WordField } from './word-field';

interface Props {
  obligation: string;
  draft: Draft;
  faults: ReportCheck['faults'];
}

/** Difficulties, one box each; what was raised before keeps its box and shows how it stands. */
export function DifficultyFields({ obligation, draft, faults }: Props) {
  const [added, add] = useState<string[]>([]);
  const { data } = useRaised(obligation);
  const raised = new Map((data?.items ?? []).map((item) => [item.key, item]));
  const typed = draft.paths
    .filter((path) => path.startsWith(`${DIFFICULTIES}.`) && (draft.valueOf(path) ?? '') !== '')
    .map((path) => path.slice(DIFFICULTIES.length + 1));
  const keys = [...new Set([...typed, ...added])];
  const at = (path: string) => faults.filter(({ field }) => field === path);
  return (
    <section aria-labelledby="difficulties">
      <h2 id="difficulties">{t('difficulty.raised')}</h2>
      <p className="help">{t('difficulty.help')}</p>
      <Faults id={`faults-${DIFFICULTIES}`} faults={at(DIFFICULTIES)} />
      {keys.map((key, n) => (
        <WordField
          key={key}
          path={difficultyPath(key)}
          label={t('difficulty.item', { n: n + 1 })}
          {...(raised.has(key) && { help: raised.get(key)!.standingText })}
          rows={3}
          draft={draft}
          faults={at(difficultyPath(key))}
          remarks={[]}
          replies={{}}
          reply={() => undefined}
        />
      ))}
      <p>
        <button type="button" onClick={() => add((all) => [...all, `k${newKey().slice(0, 10)}`])}>
          {t('difficulty.add')}
        </button>
      </p>
    </section>
  );
}
