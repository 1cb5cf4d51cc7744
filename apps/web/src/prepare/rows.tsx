import { t } from '../messages/t';

export interface Column<T> {
  name: keyof T & string;
  label: string;
  type: 'text' | 'date' | 'number' | 'select';
  options?: readonly (readonly [string, string])[];
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  set: (rows: T[]) => void;
  /** A new row. */
  fresh: () => T;
  add: string;
}

/** Several things of one kind, one under the other; on a phone each is a card. */
export function Rows<T extends object>({ caption, columns, rows, set, fresh, add }: Props<T>) {
  const change = (at: number, name: string, value: unknown): void =>
    set(rows.map((row, i) => (i === at ? { ...row, [name]: value } : row)));
  return (
    <>
      {rows.length > 0 && (
        <table className="cards edit">
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{t('prepare.rows.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column.name} data-label={column.label}>
                    <Cell
                      column={column}
                      label={`${column.label}, ${caption} ${at + 1}`}
                      value={row[column.name]}
                      set={(value) => change(at, column.name, value)}
                    />
                  </td>
                ))}
                <td className="no-print">
                  <button
                    type="button"
                    className="plain"
                    aria-label={`${t('prepare.rows.remove')}: ${caption} ${at + 1}`}
                    onClick={() => set(rows.filter((_, i) => i !== at))}
                  >
                    {t('prepare.rows.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button type="button" className="no-print" onClick={() => set([...rows, fresh()])}>
        + {add}
      </button>
    </>
  );
}

interface CellProps<T> {
  column: Column<T>;
  label: string;
  value: unknown;
  set: (value: unknown) => void;
}

function Cell<T>({ column: { type, options = [] }, label, value, set }: CellProps<T>) {
  if (type === 'select')
    return (
      <select aria-label={label} value={String(value)} onChange={({ target }) => set(target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    );
  const shown = typeof value === 'string' || typeof value === 'number' ? value : '';
  return (
    <input
      aria-label={label}
      type={type}
      min={type === 'number' ? 0 : undefined}
      className={type === 'number' ? 'number short' : undefined}
      required
      value={shown}
      onChange={({ target }) => set(type === 'number' && target.value !== '' ? Number(target.value) : target.value)}
    />
  );
}
