import type { Tone } from '../parts/badge';

export const TONE_OF_CAMPAIGN: Record<string, Tone> = {
  draft: 'quiet',
  launched: 'running',
  concluded: 'running',
  closed: 'done',
  cancelled: 'overdue',
};
