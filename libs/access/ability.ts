import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Reader, SignedIn } from './actor.js';
import { POLICY, type Action, type Conditions, type Kind, type Subject } from './policy.js';

export type Ability = MongoAbility<[string, string | Subject]>;
type Rule = RawRuleOf<Ability>;

const ANY = '*';
/** To see without doing. */
const SEEING: Action[] = ['read', 'survey', 'review'];
/** Reads everything and decides nothing; what the engine could not compute is theirs to put back. */
const ADMINISTRATOR: Rule[] = [
  { action: SEEING, subject: ANY },
  { action: 'release', subject: 'obligation' },
  { action: 'nudge', subject: 'campaign' },
  { action: 'manage', subject: 'accounts' },
];

const abilityBy = (rules: Rule[]): Ability =>
  createMongoAbility<Ability>(rules, {
    anyAction: ANY,
    anySubjectType: ANY,
    detectSubjectType: (subject) => (typeof subject === 'string' ? subject : subject.kind),
  });

const everyone = abilityBy([{ action: [...SEEING, 'answer'], subject: ANY }]);
const known = new WeakMap<SignedIn, Ability>();

/**
 * What a reader may, from post, unit, role and the units above. Which campaigns the reader leads is asked of the subject, or where
 * lists are filtered of the database: see `filterOf`.
 */
export function abilityOf(reader: Reader): Ability {
  if (reader === 'everyone') return everyone;
  const before = known.get(reader);
  if (before) return before;
  const ability = abilityBy(reader.role === 'administrator' ? ofAdministrator(reader) : rulesOf(reader));
  known.set(reader, ability);
  return ability;
}

/** Their own list is that of their unit, not of the whole country. */
const ofAdministrator = (actor: SignedIn): Rule[] => [
  ...ADMINISTRATOR,
  ...rulesOf(actor).filter(({ action }) => action === 'answer'),
];

function rulesOf(actor: SignedIn): Rule[] {
  const rules: Rule[] = [];
  const canOf =
    (subject: Kind) =>
    (action: Action | readonly Action[], ...alternatives: Conditions[]): void => {
      for (const conditions of alternatives)
        rules.push({
          action: typeof action === 'string' ? action : [...action],
          subject,
          conditions: { ...conditions },
        });
    };
  for (const kind of Object.keys(POLICY) as Kind[]) POLICY[kind](canOf(kind), actor);
  return rules;
}
