import PostalMime from 'postal-mime';
import { addressOf, mailRoom, unitOf, type MailRoom } from '../support/mail-room.js';
import { scriptedSmtp, type ScriptedSmtp } from '../support/scripted-smtp.js';
import { withServers } from '../support/servers.js';

const UNITS = 40;

withServers('a supervisor of many units', () => {
  let smtp: ScriptedSmtp;
  let room: MailRoom;
  beforeEach(async () => {
    smtp = await scriptedSmtp();
    room = await mailRoom(smtp.url, UNITS);
  });
  afterEach(async () => {
    await room?.close();
    await smtp?.close();
  });

  /** Every report of the room is escalated to one post; `of` says of which. */
  const escalated = async (of: (n: number) => boolean): Promise<string> => {
    const ids = Array.from({ length: UNITS }, (_, n) => n)
      .filter(of)
      .map(room.noticeOf);
    await room.store.notices.deleteMany({ _id: { $nin: ids } });
    const set = { post: `${unitOf(0)}:focal`, act: 'escalate', rung: 'escalate+3', audience: 'superior' };
    await room.store.notices.updateMany({}, { $set: set });
    await room.run();
    expect(smtp.taken.map(({ to }) => to)).toEqual([addressOf(0)]);
    const mail = await PostalMime.parse(smtp.taken[0]!.raw);
    const notices = await room.notices();
    expect(new Set(notices.map(({ state, message }) => `${state} ${message}`)).size).toBe(1);
    return mail.text!;
  };
  const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('- '));

  it('reads one line of a campaign with the number of units, and every notice is in that mail', async () => {
    const text = await escalated(() => true);
    expect(lines(text)).toEqual([expect.stringContaining(`${UNITS} đơn vị`)]);
    expect(text).toContain('campaign=Phong+tr');
  });

  it('reads each unit by its name where they are few', async () => {
    const text = await escalated((n) => n < 10);
    expect(lines(text)).toHaveLength(10);
    expect(text).toContain(`Đơn vị ${unitOf(9)}`);
  });
});
