import type { Quartiles } from './statistics.js';

/** One measured figure against what it is aimed at (`target`) and what must never be missed (`floor`). */
export interface Metric {
  value: number;
  unit: string;
  target: number;
  floor: number;
  targetHeld: boolean;
  floorHeld: boolean;
  /** Obligations measured on. */
  n: number;
  quartiles: Quartiles;
  /** What else was seen in the same run. */
  detail: Record<string, unknown>;
}

export interface Anchor {
  /** Per second, median of its runs. */
  value: number;
  quartiles: Quartiles;
  /** Every run, in order. */
  runs: number[];
}

export type AnchorName = 'R1' | 'R2' | 'R4' | 'R8';
export const METRICS = ['M1', 'M2', 'M5', 'M6', 'M7'] as const;
export type MetricName = (typeof METRICS)[number];

export interface BenchReport {
  machine: Record<string, unknown>;
  versions: Record<string, string>;
  anchors: Partial<Record<AnchorName, Anchor>>;
  metrics: Partial<Record<MetricName, Metric>>;
}

/** Higher is better: rates and ratios. */
export const atLeast = (value: number, target: number, floor: number) => ({
  value,
  target,
  floor,
  targetHeld: value >= target,
  floorHeld: value >= floor,
});

/** Lower is better: lateness, events. */
export const atMost = (value: number, target: number, floor: number) => ({
  value,
  target,
  floor,
  targetHeld: value <= target,
  floorHeld: value <= floor,
});
