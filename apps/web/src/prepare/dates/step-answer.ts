import type { Answer } from '../use-preparation';

export type StepAnswer = Answer<'steps'>[number];
