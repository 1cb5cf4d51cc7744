import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { newKey, write } from '../api/client';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import { Labelled } from './inputs';
import { keepDraft, keptDraft } from './kept-draft';
import { act } from './use-preparation';

/** The signed plan as a file, or its text pasted. What is pasted is kept in this browser until the server has it. */
export function BeginForm() {
  const { viewer, post } = usePost();
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = useRef(newKey());
  const [text, setText] = useState(() => keptDraft<string>(post!, 'new', 'text')?.value ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const type = (value: string): void => {
    setText(value);
    keepDraft(post!, 'new', 'text', value === '' ? null : { value, over: '' });
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { key: name, answered } = act(key);
    const form = new FormData();
    if (file) form.append('file', file, file.name);
    setBusy(true);
    setError(null);
    try {
      const body = file ? form : { text };
      const { preparation } = await write<{ preparation: string }>(viewer, '/preparations', { body, key: name });
      answered();
      keepDraft(post!, 'new', 'text', null);
      await client.invalidateQueries({ queryKey: ['preparations', post] });
      await navigate({ to: '/chuan-bi/$id/$step', params: { id: preparation, step: 'van-ban' } });
    } catch (refusal) {
      answered(refusal);
      setError(refusal as Error);
      setBusy(false);
    }
  };
  return (
    <form className="answer" onSubmit={(event) => void submit(event)}>
      <Labelled label={t('prepare.file')} help={t('prepare.file.help')}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".txt,.docx,.pdf,text/plain,application/pdf"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        )}
      </Labelled>
      <Labelled label={t('prepare.paste')}>
        {(id) => (
          <textarea
            id={id}
            rows={6}
            maxLength={100_000}
            required={file === null}
            value={text}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Labelled>
      <Refused error={error} />
      <p className="tools">
        <button type="submit" className="main" disabled={busy}>
          {t('prepare.read')}
        </button>
        <span role="status">{busy ? t('prepare.reading') : ''}</span>
      </p>
    </form>
  );
}
