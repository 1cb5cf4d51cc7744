import { memo } from 'react';
import type { MatrixView } from '../api/contracts';
import { t } from '../messages/t';
import { MARKS, type Mark } from './marks';

interface Props {
  row: MatrixView['rows'][number];
  index: number;
  /** From the top of the rows, px. */
  start: number;
  columns: MatrixView['columns'];
  chosen: boolean;
  toggle: ((unit: string) => void) | null;
}

/** One unit: name, and a mark for each paper. Not drawn again unless something of its own changed. */
export const MatrixRow = memo(
  function MatrixRow({ row, index, start, columns, chosen, toggle }: Props) {
    return (
      <div
        className={chosen ? 'matrix-row chosen-row' : 'matrix-row'}
        role="row"
        aria-rowindex={index + 2}
        style={{ transform: `translateY(${start}px)` }}
      >
        <div className="matrix-unit" role="rowheader" title={row.name}>
          {toggle && (
            <input
              type="checkbox"
              aria-label={t('matrix.choose', { unit: row.name })}
              checked={chosen}
              onChange={() => toggle(row.unit)}
            />
          )}
          <span className="matrix-name">{row.name}</span>
        </div>
        {columns.map(({ id }) => {
          const cell = row.cells[id];
          return (
            <div key={id} className="matrix-cell" role="cell">
              {cell ? <Paper {...cell} name={row.name} /> : <span className="small">–</span>}
            </div>
          );
        })}
      </div>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.start === after.start &&
    before.columns === after.columns &&
    before.chosen === after.chosen &&
    (before.toggle === null) === (after.toggle === null),
);

/** Said thousands of times while one scrolls: looked up once. */
const words = new Map<Mark, string>();
const wordOf = (mark: Mark): string => words.get(mark) ?? words.set(mark, t(`mark.${mark}`)).get(mark)!;

type Cell = MatrixView['rows'][number]['cells'][string];

function Paper({ obligation, mark, name }: Cell & { name: string }) {
  const { sign, tone } = MARKS[mark];
  return (
    <a href={`/viec/${encodeURIComponent(obligation)}`} data-obligation={obligation} className={`badge ${tone}`}>
      <span aria-hidden="true">{sign} </span>
      {wordOf(mark)}
      <span className="hidden"> – {name}</span>
    </a>
  );
}
