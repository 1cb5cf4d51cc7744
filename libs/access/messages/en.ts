import type { accessVi } from './vi.js';

/** English: refusals at the door, words of what one may do. */
export const accessEn: Record<keyof typeof accessVi, string> = {
  'sign-in-required': 'Please sign in first.',
  'sign-in-unknown': 'Unknown account. Development accounts look like “Bearer dev:<post id>”, e.g. dev:td-x01:focal.',
  'sign-in-off': 'No way to sign in is configured.',
  'sign-in-ended': 'Your sign-in has ended. Please sign in again; what you typed on the page is not lost.',
  'development-off': 'Development accounts are off here. Please sign in with your own account.',
  'post-none': 'You hold no post today, so there is nothing you may see or do.',
  'post-choose': 'You hold several posts. Please choose the one you act for.',
  'post-not-yours': 'You do not hold this post today.',
  'cross-site': 'The request came from another site and was not taken.',
  'no-policy': 'Nobody has been given access to this path.',
  'action.read': 'read',
  'action.draft': 'draft',
  'action.prepare': 'prepare the launch of',
  'action.suspend': 'suspend',
  'action.resume': 'resume',
  'action.urge': 'urge',
  'action.keep_template': 'replace templates of',
  'action.inspect': 'inspect the history of',
  'action.repair': 'repair workflows of',
  'action.manage': 'manage accounts of',
  'action.raise_again': 'raise again',
  'action.preview': 'preview decisions about the dates of',
};
