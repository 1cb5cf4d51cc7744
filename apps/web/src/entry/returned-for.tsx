import { useTimeline } from '../api/use-console';
import { instantText } from '../messages/t';

/** Why it came back the last time, before anything is mended. */
export function ReturnedFor({ campaign, id }: { campaign: string; id: string }) {
  const { data } = useTimeline({ campaign, obligation: id });
  const last = data?.pages[0]?.items.find(({ type }) => type === 'returned');
  if (!last) return null;
  return (
    <div className="remark" role="note">
      <p>
        <strong>↩ {last.text}</strong> <span className="small">{instantText(last.at)}</span>
      </p>
      {last.reason !== null && <p>{last.reason}</p>}
    </div>
  );
}
