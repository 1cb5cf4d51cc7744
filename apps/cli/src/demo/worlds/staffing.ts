import { addDays, dateOfDayNumber, dayNumber, type Post } from '#libs/domain';
import { draw } from '../random.js';
import type { UnitEntry, World, WorldFile } from './world.types.js';

/** Units and posts are there before the earliest campaign of the demo. */
export const BEGINNING = '2010-01-01';

const VACANT_HEADS = 0.06;
const HANDOVERS = 0.05;
/** Holders without a mailbox of their own, whose mail goes to the office. */
const WITHOUT_MAILBOX = 0.08;
const OFFICE_MAILBOXES = 0.8;

/** Posts of one unit and the made people who hold them: some heads are missing, some focal points change. */
export function staff(world: World, entry: UnitEntry, file: WorldFile, seed: number): void {
  const luck = draw(seed, 'staff', entry.id);
  const steady = file.steady.includes(entry.id);
  const mailbox = steady || luck.chance(OFFICE_MAILBOXES) ? `${entry.id}@${file.mailDomain}` : null;
  const name = entry.id === file.root.id ? file.root.short : entry.name;

  const focal = post(world, entry.id, 'focal', `Đầu mối ${name}`, mailbox);
  const handover = !steady && luck.chance(HANDOVERS);
  const ownMailbox = steady || !luck.chance(WITHOUT_MAILBOX);
  const change = handover ? dayWithin(file, luck.next()) : null;
  hold(world, focal, 1, `Đầu mối ${name} (mẫu)`, ownMailbox, BEGINNING, change);
  if (change) hold(world, focal, 2, `Đầu mối kế nhiệm ${name} (mẫu)`, true, addDays(change, 1), null);

  const head = post(world, entry.id, 'head', `Thủ trưởng ${name}`, mailbox);
  if (steady || !luck.chance(VACANT_HEADS)) hold(world, head, 1, `Thủ trưởng ${name} (mẫu)`, true, BEGINNING, null);

  if (entry.id === file.root.id) {
    const chair = post(world, entry.id, 'chair', file.root.chair, mailbox);
    hold(world, chair, 1, `${file.root.chair} (mẫu)`, true, BEGINNING, null);
  }
  for (let n = 1; n <= (entry.members ?? 0); n++) {
    const member = post(world, entry.id, 'member', `Thành viên ${n} ${name}`, null, `member-${n}`);
    hold(world, member, 1, `Thành viên ${n} ${name} (mẫu)`, true, BEGINNING, null);
  }
}

function post(
  world: World,
  unit: string,
  role: Post['role'],
  title: string,
  mailbox: string | null,
  code: string = role,
): Post {
  const made: Post = { id: `${unit}:${code}`, unit, role, title, mailbox };
  world.posts.push(made);
  return made;
}

function hold(
  world: World,
  { id, unit }: Post,
  n: number,
  name: string,
  ownMailbox: boolean,
  from: string,
  to: string | null,
): void {
  const code = `${unit}-${id.slice(unit.length + 1)}-${n}`;
  const person = `p-${code}`;
  world.persons.push({ id: person, name, email: ownMailbox ? `${code}@demo.dondoc.test` : null, phone: null });
  world.holders.push({ id: `h-${code}`, post: id, person, from, to });
}

function dayWithin({ handovers: { from, to } }: WorldFile, share: number): string {
  const first = dayNumber(from);
  return dateOfDayNumber(first + Math.floor(share * (dayNumber(to) - first + 1)));
}
