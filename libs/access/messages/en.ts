import type { accessVi } from './vi.js';

/** English: refusals at the door, words of what one may do. */
export const accessEn: Record<keyof typeof accessVi, string> = {
  'sign-in-required': 'Please sign in first.',
  'sign-in-unknown': 'Unknown account. Development accounts look like “Bearer dev:<post id>”, e.g. dev:td-x01:focal.',
  'sign-in-off': 'No way to sign in is configured.',
  'no-policy': 'Nobody has been given access to this path.',
  'action.read': 'read',
  'action.draft': 'draft',
  'action.prepare': 'prepare the launch of',
  'action.suspend': 'suspend',
  'action.resume': 'resume',
  'action.urge': 'urge',
  'action.keep_template': 'replace templates of',
  'action.preview': 'preview decisions about the dates of',
};
