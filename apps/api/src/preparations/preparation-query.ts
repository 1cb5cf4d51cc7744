import { Injectable } from '@nestjs/common';
import { readablePreparations, type Reader } from '#libs/access';
import type { GateView, Page, PageOf, PreparationLine, PreparationView } from '#libs/contracts/http/index.js';
import type { CampaignPlan, ForecastEntry, Language } from '#libs/domain';
import { forecastOf, gateOf } from '#libs/preparation';
import { Store, type PreparationDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { paged } from '../http/paged.js';
import { PreparationNames } from './preparation-names.js';
import { gateView, preparationLine, preparationView } from './preparation-view.js';

/** Text, reading and receipts are large: lists leave them out. */
const LISTED = {
  text: 0,
  commands: 0,
  pending: 0,
  plan: 0,
  ground: 0,
  confirmations: 0,
  'reading.evidence': 0,
  'reading.duties': 0,
} as const;

/** Preparations as their officers see them. */
@Injectable()
export class PreparationQuery {
  constructor(
    private readonly store: Store,
    private readonly names: PreparationNames,
  ) {}

  async list(reader: Reader, { limit, after }: Page, language: Language): Promise<PageOf<PreparationLine>> {
    const filter = { $and: [readablePreparations(reader), after === undefined ? {} : { _id: { $gt: after } }] };
    const found = (await this.store.preparations
      .find(filter as never, { projection: LISTED })
      .sort({ _id: 1 })
      .limit(limit + 1)
      .toArray()) as unknown as PreparationDoc[];
    const nameOf = await this.names.of(found);
    return paged(
      found,
      limit,
      ({ _id }) => _id,
      (one) => preparationLine(one, { nameOf, language }),
    );
  }

  async one(id: string, language: Language, reader: Reader): Promise<PreparationView> {
    const document = await this.load(id);
    const gate = await gateOf(this.store, document, { language, forecast: true });
    const nameOf = await this.names.of([document]);
    return preparationView(document, gate, { nameOf, language }, reader);
  }

  async gate(id: string, language: Language, reader: Reader, forecast: boolean): Promise<GateView> {
    const document = await this.load(id);
    const [gate, nameOf] = await Promise.all([
      gateOf(this.store, document, { language, forecast }),
      this.names.of([document]),
    ]);
    return gateView(document, gate, nameOf, reader);
  }

  /** @throws ProblemError 409 with what is missing, while no plan can be composed or it could not run */
  async forecast(
    id: string,
    language: Language,
  ): Promise<{ plan: CampaignPlan; launchedAt: Date; entries: ForecastEntry[] }> {
    const { plan, items } = await gateOf(this.store, await this.load(id), { language });
    const wrong = items.filter(({ kind }) => kind === 'unanswered' || kind === 'answer' || kind === 'plan');
    if (!plan || wrong.length > 0) {
      const errors = wrong.map(({ id: item, text }) => ({ field: item, message: text }));
      throw ProblemError.of(409, 'gate-open', { errors });
    }
    return { plan, ...(await forecastOf(this.store, plan)) };
  }

  async load(id: string): Promise<PreparationDoc> {
    const found = (await this.store.preparations.findOne({ _id: id })) as unknown as PreparationDoc | null;
    if (!found) throw ProblemError.of(404, 'not-found', { data: { id } });
    return found;
  }
}
