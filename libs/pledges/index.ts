// Assigned, pledged, achieved: what units said they would reach, beside what was asked of them and what came of it.
export { pledgesOfUnit, pledgesOfUnits } from './given-pledges.js';
export { achievedOf } from './achieved.js';
export { pledgeBoard, pledgingUnits, type PledgeBoard } from './pledge-board.js';
export { targetsOfDay, targetsOfStep } from './targets-of-day.js';
