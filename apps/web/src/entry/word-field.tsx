import type { ReportCheck } from '../api/contracts';
import { t } from '../messages/t';
import { ClashChoice } from './clash-choice';
import type { OpenRemark } from './fields';
import { Faults } from './faults';
import { RemarkReplies } from './remark-replies';
import type { Draft } from './use-draft';

interface Props {
  path: string;
  label: string;
  help?: string;
  required?: boolean;
  rows: number;
  draft: Draft;
  faults: ReportCheck['faults'];
  remarks: OpenRemark[];
  replies: Record<string, string>;
  reply: (id: string, text: string) => void;
}

/** A field of words, saved as it is typed. */
export function WordField({
  path,
  label,
  help,
  required = false,
  rows,
  draft,
  faults,
  remarks,
  replies,
  reply,
}: Props) {
  const id = `field-${path}`;
  return (
    <div className="words-field">
      <label htmlFor={id}>
        {label} {required && <span className="small">({t('required')})</span>}
      </label>
      {help !== undefined && <p className="help">{help}</p>}
      <textarea
        id={id}
        rows={rows}
        maxLength={20_000}
        value={String(draft.valueOf(path) ?? '')}
        onChange={({ target }) => draft.type(path, target.value === '' ? null : target.value)}
        aria-describedby={`faults-${path}`}
      />
      <ClashChoice path={path} draft={draft} />
      <Faults id={`faults-${path}`} faults={faults} />
      <RemarkReplies remarks={remarks} replies={replies} reply={reply} />
    </div>
  );
}
