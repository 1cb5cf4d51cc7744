import type { PreparationAnswers } from '#libs/domain/preparation/index.js';
import { readDemoData } from '../demo-data.js';

/** What officers do at the launch gate of one plan (`demo-data/gate/NNN.yaml`): questions answered, targets linked with indicators, defects waived by whom and why. */
export interface GateData {
  /** Target → indicator of the demo's catalogue. */
  indicators?: NonNullable<PreparationAnswers['indicators']>;
  questions: NonNullable<PreparationAnswers['questions']>;
  waivers: { item: string; by: 'focal' | 'head' | 'chair'; reason: string }[];
}

export const gateData = (number: string): GateData => readDemoData('gate', `${number}.yaml`);
