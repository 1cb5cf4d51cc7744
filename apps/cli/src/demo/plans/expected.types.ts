import type { Comparator } from '#libs/domain';

/** What a careful reader takes from a plan's text (`demo-data/seeds/NNN.expected.yaml`); only what a draft needs. */
export interface ExpectedPlan {
  file: string;
  issuer: string;
  number: string | null;
  issue_date: string | null;
  campaign_name: string;
  theme: string | null;
  start: { value: string | null };
  end: { value: string | null };
  numeric_targets: ExpectedTarget[];
  non_numeric_goals: string[];
  duties: { who: string; does: string }[];
  signatory: string;
}

export interface ExpectedTarget {
  id: string;
  name: string;
  comparator: Comparator;
  explicit: boolean;
  value?: number | null;
  min?: number;
  max?: number;
  /** `14-16` */
  band?: string;
  unit: string;
  per: string;
  deadline: string;
  role: 'target' | 'cross_check';
  note?: string;
  condition?: string;
  evidence: string;
}
