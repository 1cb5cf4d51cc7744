import { useId, type ReactNode } from 'react';
import type { PreparationView } from '../api/contracts';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';
import { told } from './told';
import { useAnswer, type Slot } from './use-answer';

interface Props<T> extends Slot<T> {
  view: PreparationView;
  title: string;
  help?: string | undefined;
  /** The title is said already by what stands around. */
  quiet?: boolean;
  /** Nobody has said it: what is shown is an offer. */
  offered?: boolean;
  children: (value: T, set: (value: T) => void, id: string) => ReactNode;
}

/** One answer: what it is, its fields, how it stands, and both values where two people wrote it. */
export function AnswerForm<T>({ view, title, help, quiet = false, offered = false, children, ...slot }: Props<T>) {
  const id = useId();
  const answering = useAnswer(view, slot);
  const { value, set, dirty, saving, saved, error, faults, theirs, save, drop } = answering;
  const closed = view.state !== 'open';
  return (
    <form
      className="answer"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 id={`${id}-title`}>
        <span className={quiet ? 'hidden' : undefined}>{title}</span>{' '}
        {offered && !dirty && <Badge tone="soon">{t('prepare.offered')}</Badge>}
        {dirty && <Badge tone="running">{t('prepare.unsaved')}</Badge>}
      </h3>
      {help && <p className="small">{help}</p>}
      <fieldset disabled={closed || saving}>
        <legend className="hidden">{title}</legend>
        {children(value, set, id)}
        {theirs && (
          <div className="clash" role="alert">
            <p>{t('prepare.clash')}</p>
            <dl className="both">
              <dt>{t('prepare.clash.mine')}</dt>
              <dd>{told(value)}</dd>
              <dt>{t('prepare.clash.theirs')}</dt>
              <dd>{told(theirs.value)}</dd>
            </dl>
            <p className="tools">
              <button type="button" onClick={() => save(true)}>
                {t('prepare.clash.keep')}
              </button>{' '}
              <button type="button" onClick={drop}>
                {t('prepare.clash.take')}
              </button>
            </p>
          </div>
        )}
        {error && (
          <div className="failed" role="alert">
            <p>✕ {error.message}</p>
            {faults.length > 0 && (
              <ul>
                {faults.map(({ field, message }) => (
                  <li key={`${field} ${message}`}>
                    {field}: {message}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        {!theirs && !closed && (
          <p className="tools no-print">
            <button
              type="submit"
              className={dirty || offered ? 'main' : ''}
              aria-label={t('prepare.save.of', { title })}
            >
              {t('prepare.save')}
            </button>
            {dirty && (
              <button type="button" onClick={drop}>
                {t('prepare.drop')}
              </button>
            )}
            <span role="status" className="done-note">
              {saving ? t('prepare.saving') : saved && !dirty ? `✓ ${t('prepare.saved')}` : ''}
            </span>
          </p>
        )}
      </fieldset>
    </form>
  );
}
