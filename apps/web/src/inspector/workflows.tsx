import { itemsOf } from '../api/use-pages';
import { t } from '../messages/t';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';
import type { OperationsSearch } from './search';
import { useWorkflows } from './use-inspector';
import { WorkflowCard } from './workflow-card';

/** Workflows that match, each with its causes; inside one campaign with all that Temporal knows. */
export function Workflows({ search }: { search: OperationsSearch }) {
  const list = useWorkflows(search);
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const [first] = data.pages;
  const items = itemsOf(data);
  return (
    <>
      {!first!.engine.reachable && (
        <p className="failed" role="alert">
          ✕ {t('operations.away')}
        </p>
      )}
      {first!.truncated && <Empty>{t('operations.truncated')}</Empty>}
      {items.length === 0 ? (
        <p className="note" role="status">
          {t(emptyText(search))}
        </p>
      ) : (
        <ul className="workflows">
          {items.map((workflow) => (
            <WorkflowCard key={workflow.id} workflow={workflow} open={search.state === undefined} />
          ))}
        </ul>
      )}
      <More list={list} />
      {first!.engine.ui === null && <p className="small">{t('operations.no-ui')}</p>}
    </>
  );
}

function emptyText({ state, campaign, unit }: OperationsSearch) {
  if (campaign ?? unit) return 'operations.nothing' as const;
  return state === 'stuck' ? 'operations.calm' : state === 'failing' ? 'operations.sound' : 'operations.nothing';
}
