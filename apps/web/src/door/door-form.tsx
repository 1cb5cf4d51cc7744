import { useId, type FormEvent, type ReactNode } from 'react';
import { t } from '../messages/t';
import { DoorError } from './door-card';

interface Props {
  door: { error: Error | null; isPending: boolean };
  /** On the button. */
  label: string;
  /** The button does nothing any more. */
  over?: boolean;
  submit: (typed: Record<string, FormDataEntryValue>, form: HTMLFormElement) => void;
  /** @param problem id of the place where it is said what went wrong */
  children: (problem: string) => ReactNode;
}

/** What is typed at the door: what went wrong stands above, one button below. */
export function DoorForm({ door, label, over = false, submit, children }: Props) {
  const problem = useId();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    submit(Object.fromEntries(new FormData(event.currentTarget)), event.currentTarget);
  };
  return (
    <form onSubmit={onSubmit}>
      <DoorError error={door.error} id={problem} />
      {children(problem)}
      <button type="submit" className="primary" disabled={door.isPending || over}>
        {door.isPending ? t('door.wait') : label}
      </button>
    </form>
  );
}
