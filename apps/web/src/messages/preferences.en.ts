import type { preferencesVi } from './preferences.vi';

/** English: the same words. */
export const preferencesEn: Record<keyof typeof preferencesVi, string> = {
  preferences: 'Mail preferences',
  'preferences.open': 'Mail preferences',
  'preferences.back': '← Notices',
  'preferences.hour': 'Hour of the digest',
  'preferences.hour.help': 'From {earliest} to {latest}, in steps of {step} minutes.',
  'preferences.frequency': 'Digest',
  'preferences.save': 'Save',
  'preferences.saved': 'Saved. Holds from the next digest on.',
  'preferences.floor': 'What cannot be turned off',
  'preferences.budget': 'Limits',
  'preferences.budget.text':
    'At most {instantsADay} instant letters and {digestsADay} digest a day, {mailsAWeek} letters a week. What is beyond is folded into the next digest, nothing is lost.',
  'preferences.since': 'Chosen {at}.',
  'preferences.never': 'As usual; nothing was chosen yet.',
  deliveries: 'Letters to me',
  'deliveries.at': 'When',
  'deliveries.subject': 'Letter',
  'deliveries.fate': 'Outcome',
  'deliveries.works': '{n} pieces of work',
  'deliveries.to': 'to {to}',
  'deliveries.no-address': 'no address',
  'deliveries.opened': 'link used {at}',
  'deliveries.unwritten': '(not written yet)',
  'empty.deliveries': 'No letter was sent to this post yet.',
  'deliveries.kind.digest': 'digest',
  'deliveries.kind.instant': 'instant',
};
