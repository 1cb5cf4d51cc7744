import { Link, useParams } from '@tanstack/react-router';
import { useCovenant } from '../api/use-covenants';
import type { CovenantView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { CovenantActs } from './covenant-acts';
import { Documents } from './documents';
import { Pledged } from './pledged';
import { Signatories } from './signatories';
import { TONE_OF_COVENANT } from './tones';
import { Versions } from './versions';
import './covenants.css';

/** One covenant: the text that stands, who has signed it and who not, and what the reader may do with it. */
export function CovenantPage() {
  const { covenant: id } = useParams({ from: '/giao-uoc/$covenant' });
  const { post } = usePost();
  const { data, error, isPending, refetch } = useCovenant(id);
  if (post === null) return <SignInBox />;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  return (
    <>
      <p className="crumb no-print">
        <Link to="/giao-uoc">{t('covenants.back')}</Link>
      </p>
      <h1>{data.title}</h1>
      <p className="lead">
        <Badge tone={TONE_OF_COVENANT[data.state]}>{data.stateText}</Badge>
        <Link to="/phong-trao/$campaign" params={{ campaign: data.campaign }}>
          {data.campaignName}
        </Link>
      </p>
      <Standing covenant={data} />
      <CovenantActs covenant={data} />
      <Signatories covenant={data} />
      {data.print && <Documents covenant={data} />}
      {data.versions.length > 0 && <Versions covenant={data} />}
    </>
  );
}

function Standing({ covenant }: { covenant: CovenantView }) {
  const version = covenant.versions.at(-1);
  if (!version) return <p className="note">{t('covenant.unwritten')}</p>;
  const { n, at, writer, completedAt, content, hash } = version;
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t('covenant.text')}</h2>
      <p className="small">
        {t('covenant.version', { n, at: instantText(at) })} ·{' '}
        {writer === null ? t('covenant.by-engine') : t('covenant.by', { by: writer })}
      </p>
      {completedAt !== null && (
        <p className="done-note">✓ {t('covenant.complete', { at: instantText(completedAt) })}</p>
      )}
      <p className="words covenant-text">{content.text}</p>
      <Pledged covenant={covenant} />
      <p className="small hash">
        {t('covenant.hash')}: {hash}
      </p>
    </section>
  );
}
