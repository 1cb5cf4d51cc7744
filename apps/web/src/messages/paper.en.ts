import type { paperVi } from './paper.vi';

export const paperEn: Record<keyof typeof paperVi, string> = {
  'act.fill.paper': 'Enter the document',
  'paper.number': 'Document number',
  'paper.date': 'Document date',
  'paper.summary': 'What it says',
  'paper.occurredOn': 'Day it took place',
  'paper.ground': 'Ground and course',
  'paper.confirmed': 'The ranking that the engine computed was looked at and is confirmed',
  'paper.hand-in': 'Hand in',
  'paper.elsewhere': 'This has no form on the page yet; it goes through the API.',
};
