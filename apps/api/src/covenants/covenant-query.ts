import { Injectable } from '@nestjs/common';
import { ledCampaigns, readableObligations, type Reader } from '#libs/access';
import type { CovenantListView, CovenantView } from '#libs/contracts/http/index.js';
import {
  covenantDiff,
  say,
  signaturesOf,
  versionOf,
  type Covenant,
  type CovenantVersion,
  type MessageCode,
} from '#libs/domain';
import { Store, type CovenantDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';

const SHOWN = { answeringUnit: 1, state: 1, clock: 1 } as const;
/** Covenants shown at once: a unit takes part in a few. */
const MOST = 200;

/** Covenants as people see them: every text with what it changed, who has signed it, who is missing until when. */
@Injectable()
export class CovenantQuery {
  constructor(
    private readonly store: Store,
    private readonly names: Names,
  ) {}

  async list(reader: Reader, campaign: string | undefined): Promise<CovenantListView> {
    const own = readableObligations(reader, await ledCampaigns(this.store, reader));
    const filter = { $and: [own, { covenant: { $type: 'string' } }, campaign === undefined ? {} : { campaign }] };
    const ids = (await this.store.obligations.distinct('covenant', filter as never)) as unknown as string[];
    const found = (await this.store.covenants
      .find({ _id: { $in: ids.sort().slice(0, MOST) } })
      .sort({ _id: 1 })
      .toArray()) as unknown as CovenantDoc[];
    return { items: found.map(headOf) };
  }

  async view(covenant: CovenantDoc): Promise<CovenantView> {
    const ids = covenant.signatories.map(({ obligation }) => obligation);
    const owed = (await this.store.obligations
      .find({ _id: { $in: ids } }, { projection: SHOWN })
      .toArray()) as unknown as ObligationDoc[];
    const [units, words] = await Promise.all([
      this.names.units(covenant.signatories.map(({ unit }) => unit)),
      this.names.notes(covenant.declined.map(({ note }) => note)),
    ]);
    const standing = versionOf(covenant);
    const signed = new Set(signaturesOf(covenant, standing?.n ?? 0).map(({ unit }) => unit));
    const path = `/api/covenants/${encodeURIComponent(covenant._id)}/document`;
    return {
      ...headOf(covenant),
      signatories: covenant.signatories.map(({ unit, obligation }) => {
        const { state, clock } = owed.find(({ _id }) => _id === obligation)!;
        return {
          ...{ unit, unitName: units.get(unit) ?? unit, obligation, state },
          stateText: say(`state.${state}` as MessageCode),
          dueAt: clock.dueAt.toISOString(),
          signed: signed.has(unit),
        };
      }),
      versions: covenant.versions.map((version, n) => versionView(covenant, version, covenant.versions[n - 1], words)),
      print: standing ? { docx: `${path}.docx`, pdf: `${path}.pdf` } : null,
    };
  }
}

function headOf(covenant: Covenant): CovenantListView['items'][number] {
  const { _id: id, campaign, step, title, state } = covenant;
  const standing = versionOf(covenant);
  const stateText = say(`state.${state}`);
  return { id, campaign, step, title, state, stateText, version: standing?.n ?? 0, hash: standing?.hash ?? null };
}

function versionView(
  covenant: Covenant,
  { n, hash, ground, by, at, completedAt, content }: CovenantVersion,
  before: CovenantVersion | undefined,
  words: ReadonlyMap<string, string>,
): CovenantView['versions'][number] {
  return {
    ...{ n, hash, ground, by, content },
    at: at.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    changes: before ? covenantDiff(before.content, content) : [],
    signatures: signaturesOf(covenant, n).map(({ at: signedAt, ...rest }) => ({ ...rest, at: signedAt.toISOString() })),
    declined: covenant.declined
      .filter(({ version }) => version === n)
      .map(({ unit, post, person, at: saidAt, note }) => ({
        ...{ unit, post, person, at: saidAt.toISOString(), reason: words.get(note) ?? null },
      })),
  };
}
