import { t } from '../messages/t';
import type { Paper } from './papers-of';

interface Props {
  refused: { obligation: string; reason: string }[];
  papers: Paper[];
}

/** Whose paper was turned away, and why in the server's words. */
export function Refusals({ refused, papers }: Props) {
  if (refused.length === 0) return null;
  const named = new Map(papers.map((paper) => [paper.obligation, `${paper.unitName} – ${paper.title}`]));
  return (
    <>
      <p className="overdue-text">{t('chosen.refused', { n: refused.length })}</p>
      <ul>
        {refused.map(({ obligation, reason }) => (
          <li key={obligation}>
            {named.get(obligation) ?? obligation}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
