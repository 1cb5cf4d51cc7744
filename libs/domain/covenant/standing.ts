import type { Covenant, CovenantVersion, CovenantSignature } from './covenant.types.js';

/** The text that is to be signed; undefined before the first. */
export const versionOf = ({ versions }: Pick<Covenant, 'versions'>): CovenantVersion | undefined => versions.at(-1);

/** Signatures of one version. */
export const signaturesOf = ({ signatures }: Pick<Covenant, 'signatures'>, n: number): CovenantSignature[] =>
  signatures.filter(({ version }) => version === n);

/** Units that have not signed the text that stands; all signatories before there is one. */
export function missingOf(covenant: Covenant): string[] {
  const version = versionOf(covenant);
  if (!version) return covenant.signatories.map(({ unit }) => unit);
  const signed = new Set(signaturesOf(covenant, version.n).map(({ unit }) => unit));
  return version.content.parties.map(({ unit }) => unit).filter((unit) => !signed.has(unit));
}
