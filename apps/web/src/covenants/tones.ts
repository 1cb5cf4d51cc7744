import type { CovenantView } from '../api/contracts';
import type { Tone } from '../parts/badge';

export const TONE_OF_COVENANT: Record<CovenantView['state'], Tone> = {
  unwritten: 'quiet',
  signing: 'running',
  complete: 'done',
};
