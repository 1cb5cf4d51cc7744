import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { upload } from '../api/upload';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import type { ActProps } from './act-props';
import { SignerOptions } from './signer-options';
import { useWish } from './use-wish';

/** Letters of the hash that a person compares with the paper. */
const COMPARED = 12;

/** What the head has signed on paper: the scan is kept with the unit's own signature, and bound to the hash that is printed on it. */
export function PaperForm({ covenant, done }: ActProps) {
  const { id, hash, version, signers, signatories } = covenant;
  const { viewer, post } = usePost();
  const field = useId();
  const [share, setShare] = useState(0);
  const { send, isPending, error } = useWish(id, done);
  const unit = post!.slice(0, post!.indexOf(':'));
  const obligation = signatories.find((one) => one.unit === unit)!.obligation;
  const keep = useMutation({
    mutationFn: (file: File) => upload(viewer, obligation, { file, path: 'paper' }, setShare),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const signedBy = said.get('signedBy');
    keep.mutateAsync(said.get('file') as File).then(
      (scan) => send('signature', { hash, signedBy, scan }),
      () => undefined, // shown below
    );
  };
  return (
    <form className="act" onSubmit={submit}>
      <p className="small">{t('covenant.paper.help', { n: version, hash: (hash ?? '').slice(0, COMPARED) })}</p>
      <p>
        <label htmlFor={`${field}-who`}>{t('covenant.paper.whose')}</label>
        <select id={`${field}-who`} name="signedBy">
          <SignerOptions signers={signers} />
        </select>
      </p>
      <p>
        <label htmlFor={`${field}-file`}>{t('covenant.paper.file')}</label>
        <input id={`${field}-file`} name="file" type="file" accept=".pdf,.jpg,.jpeg,.png" required />
      </p>
      <p>
        <label className="check">
          <input type="checkbox" required /> {t('covenant.paper.same')}
        </label>
      </p>
      {keep.isPending && (
        <p className="small" role="status">
          {t('covenant.paper.sent', { percent: Math.floor(share * 100) })}
        </p>
      )}
      <Refused error={keep.error ?? error} />
      <button type="submit" className="main" disabled={isPending || keep.isPending}>
        {t('covenant.paper.do')}
      </button>
    </form>
  );
}
