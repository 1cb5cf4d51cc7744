import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../messages/t';

interface Props {
  title: string;
  children: ReactNode;
}

/** One thing to do before one is in. */
export function DoorCard({ title, children }: Props) {
  return (
    <main className="door" id="main">
      <p className="brand">{t('title')}</p>
      <p className="small">{t('subtitle')}</p>
      <section aria-labelledby="door">
        <h1 id="door">{title}</h1>
        {children}
      </section>
    </main>
  );
}

/** What went wrong with what was typed: read out at once, and where the eye is. */
export function DoorError({ error, id }: { error: Error | null; id: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (error) place.current?.focus();
  }, [error]);
  return (
    <div role="alert" id={id}>
      {error && (
        <p className="wrong" ref={place} tabIndex={-1}>
          <span aria-hidden="true">✕ </span>
          {error.message}
        </p>
      )}
    </div>
  );
}
