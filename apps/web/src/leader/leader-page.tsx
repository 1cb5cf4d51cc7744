import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ApiProblem, read } from '../api/client';
import type { LeaderView } from '../api/contracts';
import { dayText, instantText, numberText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { Coming } from './coming';
import { LateUnits } from './late-units';
import { StepLines } from './step-lines';
import { TargetLines } from './target-lines';
import './leader.css';

/** Bảng lãnh đạo: one sheet of paper that says how a campaign stands, whom to ring up and what comes. */
export function LeaderPage() {
  const { campaign } = useParams({ from: '/phong-trao/$campaign/lanh-dao' });
  const { viewer, post } = usePost();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['leader', post, campaign],
    queryFn: ({ signal }) => read<LeaderView>(viewer, `/campaigns/${campaign}/leader`, signal),
    enabled: post !== null,
    refetchInterval: 60_000,
  });
  if (post === null) return <SignInBox />;
  if (isPending) return <Loading />;
  if (error instanceof ApiProblem && error.status === 403) return <NotAllowed campaign={campaign} />;
  if (error) return <Failed error={error} retry={refetch} />;
  const { name, stateText, suspended, start, end, now } = data;
  return (
    <div className="leader">
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{name}</h1>
      <p className="small">
        <Badge tone="running">{stateText}</Badge>
        {suspended && <Badge tone="soon">{t('suspended')}</Badge>}
        {t('leader.as-of', { at: instantText(now), from: t('from', { start: dayText(start), end: dayText(end) }) })}
      </p>
      <p className="lead">{summary(data)}</p>
      <p className="tools no-print">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
      <StepLines view={data} />
      <LateUnits view={data} />
      <div className="beside">
        <Coming view={data} />
        <TargetLines view={data} />
      </div>
    </div>
  );
}

function summary({ total: { expected, actual, rate, overdue }, lateUnits }: LeaderView): string {
  if (rate === null) return t('leader.nothing');
  return t('leader.summary', { actual, expected, rate: numberText(rate), overdue, units: lateUnits });
}

const NotAllowed = ({ campaign }: { campaign: string }) => (
  <>
    <h1>{t('leader')}</h1>
    <p className="note">{t('leader.not-allowed')}</p>
    <Link to="/phong-trao/$campaign" params={{ campaign }}>
      {t('campaign.back')}
    </Link>
  </>
);
