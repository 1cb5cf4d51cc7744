import { useMutation } from '@tanstack/react-query';
import { download } from '../api/client';
import { covenantPath } from '../api/use-covenants';
import type { CovenantView } from '../api/contracts';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';

/** The paper to sign by hand or to keep: it bears the hash of the text and a QR code. */
export function Documents({ covenant: { id } }: { covenant: CovenantView }) {
  const { viewer } = usePost();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (format: 'docx' | 'pdf') =>
      download(viewer, `${covenantPath(id)}/document.${format}`, `giao-uoc.${format}`),
  });
  return (
    <section aria-labelledby="documents" className="no-print">
      <h2 id="documents">{t('covenant.documents')}</h2>
      <p className="small">{t('covenant.documents.help')}</p>
      <p className="tools">
        {(['pdf', 'docx'] as const).map((format) => (
          <button key={format} type="button" disabled={isPending} onClick={() => mutate(format)}>
            {t(`covenant.${format}`)}
          </button>
        ))}
      </p>
      <Refused error={error} />
    </section>
  );
}
