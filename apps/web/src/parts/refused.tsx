/** What the server said to an act, in its words, beside the button. */
export const Refused = ({ error }: { error: Error | null }) =>
  error && (
    <p className="failed" role="alert">
      <span aria-hidden="true">✕ </span>
      {error.message}
    </p>
  );
