import { useVirtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useRef, type MouseEvent } from 'react';
import type { MatrixView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import './matrix.css';
import { MatrixRow } from './matrix-row';

/** Height of a row, px, as in matrix.css; rows drawn beside those in sight. */
const ROW_HEIGHT = 48;
const BESIDE = 10;

interface Props extends Pick<MatrixView, 'columns' | 'rows'> {
  chosen: string[];
  /** Null where nobody acts: nothing can be chosen. */
  choose: ((units: string[]) => void) | null;
}

/** Thousands of units stay light: only rows in sight are drawn, and a row drawn once is not drawn again while one scrolls. */
export function MatrixTable({ columns, rows, chosen, choose }: Props) {
  const go = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const { getVirtualItems, getTotalSize } = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BESIDE,
    useFlushSync: false,
  });
  // drawn in slices: on an old PC rows come after the scroll bar, which never waits for them
  const inSight = useDeferredValue(getVirtualItems());
  const marked = new Set(chosen);
  const all = rows.length > 0 && rows.every(({ unit }) => marked.has(unit));
  const toggle = (unit: string): void =>
    choose?.(marked.has(unit) ? chosen.filter((one) => one !== unit) : [...chosen, unit]);
  const open = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a[data-obligation]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void go({ to: '/viec/$obligation', params: { obligation: link.getAttribute('data-obligation')! } });
  };
  const classes = ['matrix', choose ? 'choosing' : ''].join(' ');
  return (
    <div ref={scroller} className={classes} tabIndex={0} role="region" aria-label={t('matrix')} onClick={open}>
      <div role="table" aria-label={t('matrix')} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
        <div className="matrix-row head" role="row" aria-rowindex={1}>
          <div className="matrix-unit" role="columnheader">
            {choose && (
              <input
                type="checkbox"
                aria-label={t('matrix.choose-all')}
                title={t('matrix.choose-all')}
                checked={all}
                onChange={() => choose(all ? [] : rows.map(({ unit }) => unit))}
              />
            )}
            {t('col.unit')}
          </div>
          {columns.map(({ id, title, dueAt }) => (
            <div key={id} className="matrix-cell" role="columnheader">
              {title}
              <span className="line small">{dayText(dueAt)}</span>
            </div>
          ))}
        </div>
        <div className="matrix-rows" style={{ height: getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null; // of a list that was longer before it was narrowed
            return (
              <MatrixRow
                key={row.unit}
                row={row}
                index={index}
                start={start}
                columns={columns}
                chosen={marked.has(row.unit)}
                toggle={choose && toggle}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
