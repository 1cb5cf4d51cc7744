interface Props {
  error: Error | null;
  /** Inside a line, beside a button. */
  inline?: boolean;
}

/** What the server said to an act, in its words, beside the button. */
export function Refused({ error, inline = false }: Props) {
  const Tag = inline ? 'span' : 'p';
  return (
    error && (
      <Tag className="failed" role="alert">
        <span aria-hidden="true">✕ </span>
        {error.message}
      </Tag>
    )
  );
}
