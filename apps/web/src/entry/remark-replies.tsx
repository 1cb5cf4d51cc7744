import { t } from '../messages/t';
import type { OpenRemark } from './fields';

interface Props {
  remarks: OpenRemark[];
  replies: Record<string, string>;
  reply: (id: string, text: string) => void;
}

/** What the reviewer found, beside the part it is about; each wants an answer. */
export function RemarkReplies({ remarks, replies, reply }: Props) {
  return remarks.map(({ id, reasonText, text, byTitle }) => (
    <div key={id} className="remark">
      <p>
        <strong>↩ {reasonText}</strong>: {text ?? t('erased')} <span className="small">({byTitle})</span>
      </p>
      <label htmlFor={`reply-${id}`}>{t('remark.reply')}</label>
      <textarea
        id={`reply-${id}`}
        rows={2}
        maxLength={2_000}
        value={replies[id] ?? ''}
        onChange={({ target }) => reply(id, target.value)}
      />
    </div>
  ));
}
