import type { NoticeClass } from '#libs/domain';
import type { NoticeDoc, ObligationDoc } from '#libs/store';

/** A notice before its key and slot are known. */
export interface NoticeSeed {
  obligation: Pick<ObligationDoc, '_id' | 'campaign' | 'round' | 'clock'>;
  phase: NoticeDoc['phase'];
  rung: string;
  act: string;
  audience: string;
  post: string;
  class: NoticeClass;
  at: Date;
  /** The examination that made it, where that may be later than its instant. */
  examinedAt?: Date;
}
