import type { viPledge } from './vi-pledge.js';

/** English: what units pledge, alone and together. */
export const enPledge: Record<keyof typeof viPledge, string> = {
  'pledge.as-assigned': 'as assigned',
  'pledge.beyond-percent': '{amount} % against the assigned target',
  'pledge.beyond': '{amount} against the assigned target',
  'covenant-changed': 'The covenant has a newer version (you saw {seen}, it is {current} now). Read it again.',
  'covenant-without-parties': 'Nobody is left who has to sign the covenant.',
  'covenant-same': 'The text is the one that stands already.',
  'covenant-unwritten': 'The covenant has no text to sign yet.',
  'covenant-not-party': 'Unit “{unit}” is no party of this version.',
  'covenant-other-text':
    'This is not the hash of the text that waits for signatures (version {current}); read it again, then sign.',
  'covenant-signed-already': 'Unit “{unit}” has signed this version already ({post}).',
  'covenant-same-person': 'You have signed this version for unit “{unit}”; each party has a signer of its own.',
  'covenant-head-signs':
    'The head of the unit signs; post “{post}” may only hand in a signed scan and name the signer.',
  'covenant-signed-together': 'This covenant is signed jointly: sign it at “{covenant}”.',
  'covenant-target': 'Unit “{unit}” is not asked about target “{target}” in this covenant.',
  'covenant-twice': '“{unit}” has two lines for target “{target}”.',
  'covenant-campaign-over': 'The campaign is closed or cancelled; nothing is signed any more.',
  'target-unknown': 'The campaign has no target “{target}”.',
  'target-has-no-shares': 'Target “{target}” has no shares of single units.',
  'target-not-shared': 'Unit “{unit}” has no share of target “{target}”.',
  'target-unmoved': 'Target “{target}” has this level already.',
};
