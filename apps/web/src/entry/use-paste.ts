import type { ClipboardEvent } from 'react';
import { write } from '../api/client';
import type { ImportView } from '../api/contracts';
import type { Form } from './fields';

interface Wanted {
  post: string;
  form: Form;
  at: { target: string; part: string; status: string };
  found: (view: ImportView) => void;
}

/** A range copied from a spreadsheet: read by the server, shown, and only then taken. One cell is pasted as ever. */
export function usePaste({ post, form, at, found }: Wanted) {
  return (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]./.test(text.trim())) return;
    event.preventDefault();
    const path = `/obligations/${encodeURIComponent(form.obligation)}/draft/paste`;
    void write<ImportView>(post, path, { body: { form: form.version, at, text } }).then(found, () => undefined);
  };
}
