import { z } from 'zod';

const wordsOrNull = z.string().nullable();
const signed = z.object({ by: z.string(), at: z.string() }).nullable();
/** The same, also by the title of the post. */
const signedView = z.object({ by: z.string(), byTitle: z.string(), at: z.string() }).nullable();

const field = z.object({
  field: z.string(),
  value: z.unknown(),
  /** `read`, `inferred`, `default`, `officer`, `copied`; null where there is no value. */
  origin: wordsOrNull,
  evidence: wordsOrNull,
  confirmed: signed,
});
const fieldView = field
  .extend({
    /** The value in words: names for ids, words for codes, days day first. */
    text: z.string(),
    line: z.int().nullable(),
    /** Where the evidence begins in `text`. */
    offset: z.int().nullable(),
    confidence: z.number().nullable(),
    confirmed: signedView,
    /** Launching needs somebody to confirm it. */
    open: z.boolean(),
  })
  .meta({ id: 'PreparationField' });

const waiver = z.object({
  item: z.string(),
  reason: z.string(),
  by: z.string(),
  person: wordsOrNull,
  at: z.string(),
  withdrawn: signed,
});
const waiverView = waiver.extend({ byTitle: z.string(), withdrawn: signedView });

const gateItemView = z
  .object({
    id: z.string(),
    kind: z.string(),
    field: wordsOrNull,
    text: z.string(),
    severity: z.enum(['must', 'waivable', 'warning']),
    waivableBy: wordsOrNull,
    waivableByText: z.string(),
    /** The post that asks may waive it, or take its waiver back. */
    yours: z.boolean(),
    proposal: wordsOrNull,
    evidence: wordsOrNull,
    waiver: waiverView.nullable(),
    open: z.boolean(),
  })
  .meta({ id: 'GateItem' });

const levelDays = z
  .object({
    step: z.string(),
    title: z.string(),
    period: z.string(),
    level: z.string(),
    opens: z.string(),
    cutoff: z.string(),
    due: z.string(),
    grace: wordsOrNull,
    lock: wordsOrNull,
    /** Working days from the close, or from the due day of the level before. */
    has: z.int(),
  })
  .meta({ id: 'LevelDays' });

export const gateView = z
  .object({
    preparation: z.string(),
    revision: z.int(),
    clean: z.boolean(),
    composes: z.boolean(),
    items: z.array(gateItemView),
    /** Days of every level of every period, while a plan can be composed. */
    dates: z.array(levelDays),
  })
  .meta({ id: 'Gate' });
export type GateView = z.infer<typeof gateView>;

const parentLink = z
  .object({ campaign: z.string(), targets: z.array(z.object({ parent: z.string(), child: z.string() })) })
  .nullable();

const head = {
  id: z.string(),
  state: z.string(),
  stateText: z.string(),
  source: z.string(),
  name: wordsOrNull,
  code: wordsOrNull,
  owner: z.string(),
  launchingUnit: wordsOrNull,
  standingBody: wordsOrNull,
  campaign: wordsOrNull,
  by: z.string(),
  byTitle: z.string(),
  at: z.string(),
  revision: z.int(),
};

export const preparationLine = z.object(head).meta({ id: 'PreparationLine' });
export type PreparationLine = z.infer<typeof preparationLine>;
export const preparationPage = z
  .object({ items: z.array(preparationLine), next: wordsOrNull })
  .meta({ id: 'PreparationPage' });

const found = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  evidence: wordsOrNull,
  line: z.int().nullable(),
  offset: z.int().nullable(),
});

export const preparationView = z
  .object({
    ...head,
    /** The normalised text that evidence counts in. */
    text: wordsOrNull,
    answers: z.looseObject({}),
    fields: z.array(fieldView),
    questions: z.array(found),
    defects: z.array(found),
    waivers: z.array(waiverView),
    parent: parentLink,
    gate: gateView,
  })
  .meta({ id: 'Preparation' });
export type PreparationView = z.infer<typeof preparationView>;

/** Where every fact of a campaign's plan came from, who confirmed it, and what was waived by whom and why. */
export const groundView = z
  .object({
    campaign: z.string(),
    preparation: z.string(),
    /** SHA-256 of what follows, as it stands in the campaign's book. */
    hash: z.string(),
    /** It is still what was sealed. */
    intact: z.boolean(),
    fields: z.array(field),
    questions: z.array(z.object({ question: z.string(), answer: z.string(), ground: z.string() })),
    waivers: z.array(waiver),
    parent: parentLink,
  })
  .meta({ id: 'CampaignGround' });
export type GroundView = z.infer<typeof groundView>;

const level = z.enum(['less', 'equal', 'more', 'unknown']);
const goal = z.number().nullable();
/** Which targets of a campaign its children took up, and at what level. */
export const coverageView = z
  .object({
    campaign: z.string(),
    taken: z.array(
      z.object({
        target: z.string(),
        name: z.string(),
        goal,
        by: z.array(z.object({ campaign: z.string(), target: z.string(), goal, level })),
        together: z.object({ goal: z.number(), level }).nullable(),
      }),
    ),
    untaken: z.array(z.object({ target: z.string(), name: z.string(), goal })),
  })
  .meta({ id: 'TargetCoverage' });
export type CoverageView = z.infer<typeof coverageView>;
