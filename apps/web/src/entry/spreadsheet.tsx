import { useState, type ChangeEvent } from 'react';
import { download, write } from '../api/client';
import type { ImportView } from '../api/contracts';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';
import type { Form } from './fields';

/** The form as an Excel file, there and back: what comes back is shown before it is taken. */
export function Spreadsheet({ form, found }: { form: Form; found: (view: ImportView) => void }) {
  const { viewer } = usePost();
  const [refusal, refuse] = useState<string | null>(null);
  const base = `/obligations/${encodeURIComponent(form.obligation)}`;
  const take = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    target.value = '';
    refuse(null);
    await write<ImportView>(viewer, `${base}/draft/excel`, { body }).then(found, (error: Error) =>
      refuse(error.message),
    );
  };
  return (
    <div className="tools no-print">
      <button
        type="button"
        onClick={() =>
          void download(viewer, `${base}/form/excel`, `${form.obligation}.xlsx`).catch((error: Error) =>
            refuse(error.message),
          )
        }
      >
        {t('excel.template')}
      </button>{' '}
      <label className="button">
        {t('excel.read')}
        <input type="file" accept=".xlsx" className="hidden" onChange={(event) => void take(event)} />
      </label>
      {refusal !== null && (
        <p className="failed" role="alert">
          ✕ {refusal}
        </p>
      )}
    </div>
  );
}
