import type { LocalDate } from '../time/local-date.js';

/** A body in the reporting tree. Identity is the code, never the name (several communes are called Tân Lập). */
export interface Unit {
  id: string;
  name: string;
  /** Kind in the field's words: `province`, `department`, `district`, `commune`, `township`, `ward`, `village_group`, `school`, `section`, `council`, `enterprise`. */
  kind: string;
  /** Groups that rules may name, e.g. `poor_district`, `new_rural` (counted for nông thôn mới). */
  groups: string[];
  /** Kind of week it works, e.g. `vn-6d`; without it as the unit above, and at the top as the campaign says. */
  calendar?: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  successors: string[];
}

/** A dated parent edge; at any day a unit has at most one parent. */
export interface ParentEdge {
  id: string;
  unit: string;
  parent: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

/** Duties and mail belong to posts; people hold posts for a time. `chair` heads the launching body, `member` sits in a council. */
export type PostRole = 'focal' | 'head' | 'chair' | 'member' | 'administrator';

export interface Post {
  id: string;
  unit: string;
  role: PostRole;
  title: string;
  /** Office mailbox of the post; used when its holder has none. */
  mailbox: string | null;
}

export interface Person {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Language of mail to this person; Vietnamese where it is not said. */
  language?: 'vi' | 'en';
}

export interface PostHolder {
  id: string;
  post: string;
  person: string;
  from: LocalDate;
  to: LocalDate | null;
}

/** Picks units of the tree; the given conditions must all hold. */
export interface UnitSelector {
  units?: string[];
  kinds?: string[];
  groups?: string[];
  /** Only units somewhere below this one. */
  under?: string;
  exclude?: string[];
}
