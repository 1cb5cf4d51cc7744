import type { ImportView } from '../api/contracts';
import { t } from '../messages/t';
import { DIFFICULTIES, sectionPath, type Form } from './fields';
import type { Draft } from './use-draft';

interface Props {
  found: ImportView;
  draft: Draft;
  form: Form;
  close: () => void;
}

/** What a file or a pasted range would change, bad cells first. Nothing is taken before it is asked for. */
export function Import({ found: { changes, faults, unchanged }, draft, form, close }: Props) {
  const names = new Map([
    ...form.cells.map(({ target, name }) => [`figures.${target}`, name] as const),
    ...form.sections.map(({ id, title }) => [sectionPath(id), title] as const),
  ]);
  const nameOf = (path: string): string => {
    if (path.startsWith(`${DIFFICULTIES}.`)) return t('difficulty.raised');
    return names.get(path.split('.').slice(0, 2).join('.')) ?? path;
  };
  return (
    <section aria-labelledby="import" className="import" role="region">
      <h2 id="import">{t('import')}</h2>
      {faults.length > 0 && (
        <>
          <p className="failed">✕ {t('import.faults', { n: faults.length })}</p>
          <ul className="faults">
            {faults.map(({ cell, message }) => (
              <li key={cell} className="block">
                <strong>{cell}</strong>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('import.changes', { n: changes.length, unchanged })}</p>
      <ul className="changes">
        {changes.map(({ path, value, current }) => (
          <li key={path}>
            {nameOf(path)}: {String(current?.value ?? '–')} → <strong>{String(value)}</strong>
          </li>
        ))}
      </ul>
      <p className="tools">
        <button
          type="button"
          className="main"
          disabled={faults.length > 0 || changes.length === 0}
          onClick={() => {
            for (const { path, value } of changes) draft.type(path, value);
            close();
          }}
        >
          {t('import.take', { n: changes.length })}
        </button>{' '}
        <button type="button" onClick={close}>
          {t('import.leave')}
        </button>
      </p>
    </section>
  );
}
