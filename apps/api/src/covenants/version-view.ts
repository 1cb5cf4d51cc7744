import type { CovenantView } from '#libs/contracts/http/index.js';
import { covenantDiff, signaturesOf, type Covenant, type CovenantVersion } from '#libs/domain';
import type { OrganisationOfDay } from '#libs/store';

/** Who somebody is, in words. */
export interface SignerNames {
  /** "Lò Văn A, Chủ tịch UBND xã"; the title alone where the person is not known. */
  of(post: string, person: string | null): string;
  name(person: string | null): string | null;
}

export function signerNames(
  { post }: Pick<OrganisationOfDay, 'post'>,
  persons: ReadonlyMap<string, string>,
): SignerNames {
  const name = (person: string | null): string | null => persons.get(person ?? '') ?? null;
  return {
    name,
    of: (id, person) => [name(person), post(id)?.title ?? id].filter((word) => word !== null).join(', '),
  };
}

interface Around {
  before: CovenantVersion | undefined;
  /** Of the notes in which parties said why they do not sign. */
  words: ReadonlyMap<string, string>;
  signerOf: SignerNames;
}

/** One text with what it changed, who signed it and who did not and why. */
export function versionView(
  covenant: Covenant,
  { n, hash, ground, by, at, completedAt, content }: CovenantVersion,
  { before, words, signerOf }: Around,
): CovenantView['versions'][number] {
  return {
    ...{ n, hash, ground, by, content },
    writer: by.post === null ? null : signerOf.of(by.post, by.person),
    at: at.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    changes: before ? covenantDiff(before.content, content) : [],
    signatures: signaturesOf(covenant, n).map(({ at: signedAt, ...rest }) => ({
      ...rest,
      at: signedAt.toISOString(),
      signer: signerOf.of(rest.post, rest.person),
    })),
    declined: covenant.declined
      .filter(({ version }) => version === n)
      .map(({ unit, post, person, at: saidAt, note }) => ({
        ...{ unit, post, person, at: saidAt.toISOString(), reason: words.get(note) ?? null },
        signer: signerOf.of(post, person),
      })),
  };
}
