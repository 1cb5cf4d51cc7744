import { Injectable } from '@nestjs/common';
import { ledCampaigns, readableObligations, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { CovenantListView, CovenantView } from '#libs/contracts/http/index.js';
import {
  localDateOf,
  missingOf,
  say,
  signaturesOf,
  urgencyOf,
  versionOf,
  type Covenant,
  type MessageCode,
} from '#libs/domain';
import { calendarOfPlace } from '#libs/rules';
import { organisationOn, Store, type CampaignDoc, type CovenantDoc, type ObligationDoc } from '#libs/store';
import { Names } from '../http/names.js';
import { CovenantAsked } from './covenant-asked.js';
import { covenantActs } from './covenant-acts.js';
import { CovenantDoor } from './covenant-door.js';
import { signerNames, versionView } from './version-view.js';

const SHOWN = { answeringUnit: 1, state: 1, clock: 1, targets: 1, worksAt: 1 } as const;
/** Covenants shown at once: a unit takes part in a few. */
const MOST = 200;
const SIGNERS = ['head', 'chair'];

type Owed = Pick<ObligationDoc, '_id' | 'answeringUnit' | 'state' | 'clock' | 'targets' | 'worksAt'>;
type Campaign = { _id: string; state: CampaignDoc['state']; plan: Pick<CampaignDoc['plan'], 'name' | 'targets'> };

/** Covenants as people see them: every text with what it changed, who has signed it, who is missing until when. */
@Injectable()
export class CovenantQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly door: CovenantDoor,
    private readonly asked: CovenantAsked,
  ) {}

  /** Those that wait for the reader's own unit first, by their due instant. */
  async list(reader: Reader, campaign: string | undefined): Promise<CovenantListView> {
    const own = readableObligations(reader, await ledCampaigns(this.store, reader));
    const filter = { $and: [own, { covenant: { $type: 'string' } }, campaign === undefined ? {} : { campaign }] };
    const ids = (await this.store.obligations.distinct('covenant', filter as never)) as unknown as string[];
    const found = (await this.store.covenants
      .find({ _id: { $in: ids.sort().slice(0, MOST) } })
      .sort({ _id: 1 })
      .toArray()) as unknown as CovenantDoc[];
    const unit = reader === 'everyone' ? null : reader.unit;
    const now = await this.clock.now();
    const mine = found.flatMap(({ signatories }) => signatories.filter((one) => one.unit === unit));
    const [owed, names] = await Promise.all([
      this.owed(mine.map(({ obligation }) => obligation)),
      this.names.campaigns(found.map((one) => one.campaign)),
    ]);
    const items = found.map((covenant): CovenantListView['items'][number] => {
      const missing = missingOf(covenant);
      const parties = versionOf(covenant)?.content.parties.length ?? covenant.signatories.length;
      const head = headOf(covenant, names.get(covenant.campaign));
      return {
        ...head,
        parties,
        signed: parties - missing.length,
        mine: mineOf(covenant, owed, missing, { unit, now }),
      };
    });
    const pressing = ({ mine: own }: CovenantListView['items'][number]): string => (own?.waits ? own.dueAt : '~');
    return { items: items.sort((a, b) => (pressing(a) < pressing(b) ? -1 : pressing(a) > pressing(b) ? 1 : 0)) };
  }

  async view(reader: Reader, covenant: CovenantDoc): Promise<CovenantView> {
    const now = await this.clock.now();
    const [owed, campaign, organisation, subjects] = await Promise.all([
      this.owed(covenant.signatories.map(({ obligation }) => obligation)),
      this.campaign(covenant.campaign),
      organisationOn(this.store, localDateOf(now)),
      this.door.subjects(covenant, now),
    ]);
    const [units, words, signers, asked] = await Promise.all([
      this.names.units(covenant.signatories.map(({ unit }) => unit)),
      this.names.notes(covenant.declined.map(({ note }) => note)),
      this.signers(reader),
      this.asked.of(covenant, owed, organisation.tree, localDateOf(now)),
    ]);
    const people = [...covenant.signatures, ...covenant.declined, ...covenant.versions.map(({ by }) => by)];
    const signerOf = signerNames(
      organisation,
      await this.names.persons([
        ...people.flatMap(({ person }) => person ?? []),
        ...signers.flatMap(holderIn(organisation)),
      ]),
    );
    const standing = versionOf(covenant);
    const signed = new Set(signaturesOf(covenant, standing?.n ?? 0).map(({ unit }) => unit));
    const path = `/api/covenants/${encodeURIComponent(covenant._id)}/document`;
    const over = campaign.state === 'cancelled' || campaign.state === 'closed';
    return {
      ...headOf(covenant, campaign.plan.name),
      signatories: covenant.signatories.map(({ unit, obligation }) => {
        const { state, clock } = owed.find(({ _id }) => _id === obligation)!;
        return {
          ...{ unit, unitName: units.get(unit) ?? unit, obligation, state },
          stateText: say(`state.${state}` as MessageCode),
          dueAt: clock.dueAt.toISOString(),
          signed: signed.has(unit),
          asked: asked.get(unit) ?? [],
        };
      }),
      targets: targetsIn(covenant, asked, campaign),
      may: over ? [] : covenantActs(reader, covenant, owed, subjects),
      signers: signers.map(({ _id, title }) => ({ post: _id, title, name: signerOf.name(organisation.holderOf(_id)) })),
      versions: covenant.versions.map((version, n) =>
        versionView(covenant, version, { before: covenant.versions[n - 1], words, signerOf }),
      ),
      print: standing ? { docx: `${path}.docx`, pdf: `${path}.pdf` } : null,
    };
  }

  private async owed(ids: string[]): Promise<Owed[]> {
    const found = this.store.obligations.find({ _id: { $in: ids } }, { projection: SHOWN });
    return await found.toArray();
  }

  private async campaign(id: string): Promise<Campaign> {
    const projection = { state: 1, 'plan.name': 1, 'plan.targets': 1 };
    return (await this.store.campaigns.findOne({ _id: id }, { projection })) as unknown as Campaign;
  }

  private async signers(reader: Reader): Promise<{ _id: string; title: string }[]> {
    if (reader === 'everyone') return [];
    const filter = { unit: reader.unit, role: { $in: SIGNERS } };
    return await this.store.posts
      .find(filter as never, { projection: { title: 1 } })
      .sort({ _id: 1 })
      .toArray();
  }
}

const holderIn =
  (organisation: { holderOf(post: string): string | null }) =>
  ({ _id }: { _id: string }): string[] => {
    const person = organisation.holderOf(_id);
    return person === null ? [] : [person];
  };

function headOf(covenant: Covenant, campaignName = covenant.campaign) {
  const { _id: id, campaign, step, title, state } = covenant;
  const standing = versionOf(covenant);
  const text = { state, stateText: say(`state.${state}`) };
  return { id, campaign, campaignName, step, title, ...text, version: standing?.n ?? 0, hash: standing?.hash ?? null };
}

function mineOf(
  covenant: Covenant,
  owed: readonly Owed[],
  missing: readonly string[],
  { unit, now }: { unit: string | null; now: Date },
): CovenantListView['items'][number]['mine'] {
  const signatory = covenant.signatories.find((one) => one.unit === unit);
  const own = signatory && owed.find(({ _id }) => _id === signatory.obligation);
  if (!own) return null;
  const { _id: obligation, state, clock, worksAt } = own;
  const calendar = calendarOfPlace(worksAt?.owner ?? { calendar: clock.calendar, area: [] });
  const signed = versionOf(covenant) !== undefined && !missing.includes(own.answeringUnit) && state !== 'excused';
  const waits = !signed && versionOf(covenant) !== undefined && (state === 'open' || state === 'returned');
  return {
    obligation,
    stateText: say(`state.${state}` as MessageCode),
    dueAt: clock.dueAt.toISOString(),
    workingDaysLeft: urgencyOf({ state, dueAt: clock.dueAt, graceUntil: clock.graceUntil }, now, calendar)
      .workingDaysLeft,
    ...{ signed, waits },
  };
}

/** Every target that some text of it has spoken of, or the next one will. */
function targetsIn(
  { versions }: Covenant,
  asked: ReadonlyMap<string, { target: string }[]>,
  { plan }: Campaign,
): CovenantView['targets'] {
  const pledges = versions.flatMap(({ content }) => content.parties.flatMap((party) => party.pledges));
  const ids = new Set([...pledges, ...[...asked.values()].flat()].map(({ target }) => target));
  return plan.targets.filter(({ id }) => ids.has(id)).map(({ id, name, unit }) => ({ id, name, measure: unit }));
}
