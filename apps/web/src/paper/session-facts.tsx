import type { PaperOf } from '../api/contracts';
import { dueText, t } from '../messages/t';

interface Props {
  session: PaperOf<'vote'>['session'];
  /** Titles of who was there, once it has begun. */
  present?: string[];
}

/** When the council meets and what must be reached, by which rule. */
export function SessionFacts({ session, present }: Props) {
  const { stateText, meetsAt, closesAt, members, quorum, needed, source } = session;
  return (
    <section aria-labelledby="session" className="facts">
      <h2 id="session">{t('session')}</h2>
      <p>
        <strong>{t('session.meets', { at: dueText(meetsAt), state: stateText })}</strong>
      </p>
      <p>{t('session.closes', { at: dueText(closesAt) })}</p>
      <p>{t('session.needs', { members, quorum, needed })}</p>
      {present && present.length > 0 && <p>{t('session.present', { n: present.length, who: present.join(', ') })}</p>}
      <p className="small">{t('session.source', { source })}</p>
    </section>
  );
}
