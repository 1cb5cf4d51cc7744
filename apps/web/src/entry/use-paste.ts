import type { ClipboardEvent } from 'react';
import { write } from '../api/client';
import type { ImportView } from '../api/contracts';
import { usePost } from '../sign-in/use-post';
import type { Form } from './fields';

interface Wanted {
  form: Form;
  at: { target: string; part: string; status: string };
  found: (view: ImportView) => void;
}

/** A range copied from a spreadsheet: read by the server, shown, and only then taken. One cell is pasted as ever. */
export function usePaste({ form, at, found }: Wanted) {
  const { viewer } = usePost();
  return (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]./.test(text.trim())) return;
    event.preventDefault();
    const path = `/obligations/${encodeURIComponent(form.obligation)}/draft/paste`;
    void write<ImportView>(viewer, path, { body: { form: form.version, at, text } }).then(found, () => undefined);
  };
}
