import { FORM_OF, type FormName } from '../../../../libs/domain/work/form-of';
import type { Code } from '../messages/t';

/** Where each form stands. */
const PAGES = {
  report: '/viec/$obligation/nhap',
  registration: '/viec/$obligation/dang-ky',
  paper: '/viec/$obligation/van-ban',
  answer: '/viec/$obligation',
} as const satisfies Record<FormName, string>;

type FillIn = (typeof PAGES)[FormName];

type Kind = keyof typeof FORM_OF;

/** The form of a kind of work, as the server names kinds. */
export const formOf = (kind: string): FormName => FORM_OF[kind as Kind];

export const fillIn = (kind: string): FillIn => PAGES[formOf(kind)];

/** What the way there is called. */
const WAYS: { [K in Kind]?: Code } = {
  covenant: 'act.fill.covenant-alone',
  self_score: 'act.fill.self_score',
  verification: 'act.fill.verification',
  ranking: 'act.fill.ranking',
  vote: 'act.fill.vote',
  minutes: 'act.fill.minutes',
  proposal: 'act.fill.proposal',
  decision: 'act.fill.decision',
  registration: 'act.fill.registration',
};
export const fillWord = (kind: string): Code =>
  WAYS[kind as Kind] ?? (formOf(kind) === 'report' ? 'act.fill' : 'act.fill.paper');

/** Fields of the papers that are a few words: what each is called by the API, and how it is typed. */
export const WORDS = {
  own_plan: { number: 'line', date: 'day', summary: 'words' },
  event: { occurredOn: 'day', ground: 'words' },
  ranking: { confirmed: 'yes' },
  minutes: { number: 'line' },
  proposal: { number: 'line' },
  decision: { number: 'line', date: 'day' },
} as const satisfies Record<string, Record<string, 'line' | 'day' | 'words' | 'yes'>>;

export type WordKind = keyof typeof WORDS;
export type FieldName = 'number' | 'date' | 'summary' | 'occurredOn' | 'ground' | 'confirmed';
export type FieldType = 'line' | 'day' | 'words' | 'yes';

/** Fields of a paper, in the order they are asked. */
export const fieldsOf = (kind: WordKind): [FieldName, FieldType][] =>
  Object.entries(WORDS[kind]) as [FieldName, FieldType][];
