import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface Props<A extends string> {
  title: string;
  acts: readonly A[];
  /** On the button of an act. */
  label: (act: A) => string;
  isMain: (act: A) => boolean;
  /** Said once an act is done. */
  said: (act: A) => string;
  /** Acts that lead elsewhere, before the others. */
  links?: ReactNode;
  /** What an act asks. */
  form: (act: A, done: () => void) => ReactNode;
}

/** What the post may do here: one act is chosen, asks what it needs, and says when it is done. */
export function ActPanel<A extends string>({ title, acts, label, isMain, said, links, form }: Props<A>) {
  const id = useId();
  const [chosen, choose] = useState<A | null>(null);
  const [done, setDone] = useState<A | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== null) told.current?.focus(); // the form that had the focus is gone
  }, [done]);
  if (acts.length === 0 && !links && done === null) return null;
  return (
    <section aria-labelledby={id} className="no-print">
      <h2 id={id}>{title}</h2>
      {done !== null && (
        <p ref={told} tabIndex={-1} className="done-note" role="status">
          ✓ {said(done)}
        </p>
      )}
      <p className="tools">
        {links}
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className={isMain(act) ? 'main' : ''}
            aria-expanded={chosen === act}
            onClick={() => {
              setDone(null);
              choose(chosen === act ? null : act);
            }}
          >
            {label(act)}
          </button>
        ))}
      </p>
      {chosen !== null &&
        acts.includes(chosen) &&
        form(chosen, () => {
          setDone(chosen);
          choose(null);
        })}
    </section>
  );
}
