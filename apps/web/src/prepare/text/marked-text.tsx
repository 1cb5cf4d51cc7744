import { useEffect, useMemo, useRef } from 'react';
import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import { marksOf, stretchesOf } from './marks';

interface Props {
  view: PreparationView;
  /** The field, question or defect whose words are shown. */
  shown: string | null;
  /** Whether the reader is taken to its words. */
  lead: boolean;
  /** Goes from a mark to what was read there. */
  back: (id: string) => void;
}

/** The plan as it was read; what the reader rests on is marked. A mark leads to its field, a field to its mark. */
export function MarkedText({ view, shown, lead, back }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const stretches = useMemo(() => stretchesOf(view.text ?? '', marksOf(view)), [view]);
  useEffect(() => {
    if (shown === null || !lead) return;
    const mark = box.current?.querySelector<HTMLElement>('mark.shown a');
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }, [shown, lead]);
  return (
    <div className="plan-text" ref={box} tabIndex={0} role="group" aria-label={t('prepare.text')}>
      {stretches.map(({ from, text, marks }) => {
        if (marks.length === 0) return text;
        const on = marks.find(({ id }) => id === shown);
        const kind = marks.some((mark) => mark.kind !== 'field') ? 'doubt' : 'read';
        const { id } = on ?? marks[0]!;
        return (
          <mark key={from} className={on ? `${kind} shown` : kind}>
            <a
              href={`#${encodeURIComponent(id)}`}
              title={t(`prepare.mark.${kind}`)}
              tabIndex={marks.some((mark) => mark.from === from) ? 0 : -1}
              onClick={(event) => {
                event.preventDefault();
                back(id);
              }}
            >
              {text}
            </a>
          </mark>
        );
      })}
    </div>
  );
}
