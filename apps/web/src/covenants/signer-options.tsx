interface Signer {
  post: string;
  title: string;
  /** Null where the post is vacant. */
  name: string | null;
}

/** Who may sign for a unit, to choose from. */
export const SignerOptions = ({ signers }: { signers: readonly Signer[] }) =>
  signers.map(({ post, title, name }) => (
    <option key={post} value={post}>
      {name === null ? title : `${name}, ${title}`}
    </option>
  ));
