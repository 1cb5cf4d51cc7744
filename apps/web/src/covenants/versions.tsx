import type { CovenantView } from '../api/contracts';
import { instantText, numberText, t } from '../messages/t';
import { lineDiff } from './line-diff';
import { namesIn } from './names-in';

type Version = CovenantView['versions'][number];
type Names = ReturnType<typeof namesIn>;
type Pledge = { assigned: number | null; value: number | null };

/** Every text there was, newest first: why, by whom, who had signed it, and what it said otherwise than the one before. */
export function Versions({ covenant }: { covenant: CovenantView }) {
  const names = namesIn(covenant);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('covenant.versions')}</h2>
      <ul className="versions">
        {[...covenant.versions].reverse().map((version) => (
          <li key={version.n}>
            <strong>{t('covenant.version', { n: version.n, at: instantText(version.at) })}</strong>{' '}
            <span className="small">
              {t(`covenant.ground.${version.ground}`)} · {version.writer ?? t('covenant.by-engine')}
            </span>
            {version.signatures.length > 0 && (
              <span className="line small">
                ✓ {version.signatures.map(({ signer, at }) => `${signer} (${instantText(at)})`).join('; ')}
              </span>
            )}
            {/* those of the text that stands are told beside its parties */}
            {version.n < covenant.version &&
              version.declined.map(({ signer, at, reason }) => (
                <span key={at} className="line small">
                  {signer}: {t('covenant.declined', { at: instantText(at), reason: reason ?? t('erased') })}
                </span>
              ))}
            {version.changes.length > 0 && (
              <Changes version={version} before={covenant.versions[version.n - 2]} names={names} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ version, before, names }: { version: Version; before: Version | undefined; names: Names }) {
  const pledges = version.changes.filter(({ path }) => path !== 'text' && path !== 'parties');
  const text = version.changes.some(({ path }) => path === 'text');
  const parties = version.changes.some(({ path }) => path === 'parties');
  const listed = ({ content }: Version): string => content.parties.map(({ unit }) => names.unit(unit)).join(', ');
  return (
    <details>
      <summary>
        {t('covenant.changes')} ({version.changes.length})
      </summary>
      <ul>
        {pledges.map(({ path, was, now }) => {
          const [unit = '', target = ''] = path.split('.');
          const what = target === '' ? names.unit(unit) : `${names.unit(unit)}, ${names.target(target)}`;
          return <li key={path}>{t('covenant.change', { what, was: pledgeText(was), now: pledgeText(now) })}</li>;
        })}
        {parties && before && (
          <li>
            {t('covenant.change', { what: t('covenant.change.parties'), was: listed(before), now: listed(version) })}
          </li>
        )}
      </ul>
      {text && before && (
        <div className="diff">
          <p className="small">{t('covenant.change.text')}</p>
          {lineDiff(before.content.text, version.content.text).map(({ kind, text: line }, n) =>
            kind === 'same' ? (
              <p key={n}>{line}</p>
            ) : kind === 'gone' ? (
              <p key={n}>
                <del>{line}</del>
              </p>
            ) : (
              <p key={n}>
                <ins>{line}</ins>
              </p>
            ),
          )}
        </div>
      )}
    </details>
  );
}

function pledgeText(part: unknown): string {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return t('covenant.nothing');
  const { assigned, value } = part as Pledge;
  const said = value === null ? '–' : numberText(value);
  return assigned === null ? said : `${said} (${t('covenant.change.assigned', { value: numberText(assigned) })})`;
}
