import { Link } from '@tanstack/react-router';
import type { DossierView } from '../api/contracts';
import { dueText, t } from '../messages/t';
import { ReturnedFor } from './returned-for';

/** Above every form in which something owed is filled in: the way back, what it is, whose, by when, and why it came back. */
export const OwedHead = ({ owed }: { owed: DossierView }) => (
  <>
    <p className="crumb no-print">
      <Link to="/viec/$obligation" params={{ obligation: owed.id }}>
        {t('dossier.back')}
      </Link>
    </p>
    <h1>{owed.title}</h1>
    <p className="lead">
      {owed.unitName} · {t('due.at', { due: dueText(owed.clock.dueAt) })}
    </p>
    {owed.state === 'returned' && <ReturnedFor campaign={owed.campaign} id={owed.id} />}
  </>
);
