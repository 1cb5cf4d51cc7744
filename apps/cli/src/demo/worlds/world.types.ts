import type { ParentEdge, Person, Post, PostHolder, Unit } from '#libs/domain';

/** Everything an organisation consists of. */
export interface World {
  units: Unit[];
  edges: ParentEdge[];
  posts: Post[];
  persons: Person[];
  holders: PostHolder[];
}

/** A world file in `demo-data/worlds`. */
export interface WorldFile {
  root: UnitEntry & { short: string; chair: string };
  mailDomain: string;
  /** Units whose posts are never vacant and never change hands: the campaign hangs on them. */
  steady: string[];
  /** Days between which a focal post may pass to a successor. */
  handovers: { from: string; to: string };
  units: UnitEntry[];
  districts?: DistrictEntry[];
  /** Groups of every commune below a district. */
  communeGroups?: string[];
}

export interface UnitEntry {
  id: string;
  name: string;
  kind: string;
  groups?: string[];
  /** The root when absent. */
  parent?: string;
  /** Member posts of a council. */
  members?: number;
}

/** A district with its communes: wards and townships by name, communes by number. */
export interface DistrictEntry {
  id: string;
  name: string;
  place: string;
  groups?: string[];
  wards?: string[];
  townships?: string[];
  communes: number;
}
