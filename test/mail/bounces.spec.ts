import { emptyBounceBox, MailCommands } from '#libs/commands';
import { endOfDay, localDateOf } from '#libs/domain';
import { readBounce, type Bounce } from '#libs/mail';
import { imapBox } from '#libs/mail/imap-box.js';
import { testImap, type TestImap } from '../support/test-imap.js';
import { openingRule } from '#libs/rules';
import { organisationOn, unreachablePosts } from '#libs/store';
import { addressOf, mailRoom, unitOf, type MailRoom } from '../support/mail-room.js';
import { scriptedSmtp, type ScriptedSmtp } from '../support/scripted-smtp.js';
import { withServers } from '../support/servers.js';

interface Told {
  to: string;
  recipient: string;
  action?: string;
  status?: string;
  returned?: string;
}

/** A notification as mail servers write it (RFC 3464). */
const notification = ({ to, recipient, action = 'failed', status = '5.1.1', returned = '' }: Told): string =>
  [
    'From: MAILER-DAEMON@mx.test (Mail Delivery System)',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B1"',
    '',
    '--B1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you.',
    '',
    '--B1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.test',
    'Arrival-Date: Wed, 11 Jun 2025 08:00:01 +0700',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <someone>: Recipient address rejected:',
    '    User unknown',
    '',
    '--B1',
    'Content-Type: message/rfc822',
    '',
    ...(returned ? returned.split('\r\n') : ['Subject: x', '', 'y']),
    '',
    '--B1--',
    '',
  ].join('\r\n');

withServers('mail that comes back', () => {
  let smtp: ScriptedSmtp;
  let room: MailRoom;
  let commands: MailCommands;
  beforeAll(async () => {
    smtp = await scriptedSmtp((at) =>
      at.moment === 'dot' && at.to === addressOf(3) ? { drop: 'fin', kept: true } : undefined,
    );
    room = await mailRoom(smtp.url, 6, {
      persons: (n) => ({ phone: n === 1 ? '0208 3855 001' : null, ...(n === 5 && { email: null }) }),
    });
    commands = new MailCommands(room.store, room.clock);
    await room.run();
  });
  afterAll(async () => {
    await room?.close();
    await smtp?.close();
  });

  const sentTo = (n: number) => smtp.taken.find(({ to }) => to === addressOf(n))!;
  const bounceOf = async (n: number, told: Partial<Told> = {}, to?: string): Promise<Bounce> => {
    const bounce = await readBounce(notification({ to: sentTo(n).from, recipient: addressOf(n), ...told }), to);
    if (typeof bounce === 'string') throw new Error(bounce);
    return bounce;
  };
  const messageTo = async (n: number) => (await room.messages()).get(addressOf(n))!;
  const noticesOf = async (id: string) => (await room.notices()).filter(({ message }) => message === id);

  it('is found by the token of its sender; the message and its notices become “bounced”, with a day to answer by', async () => {
    const bounce = await bounceOf(1);
    expect(bounce).toMatchObject({
      action: 'failed',
      status: '5.1.1',
      recipient: addressOf(1),
      answer: '550 5.1.1 <someone>: Recipient address rejected: User unknown',
    });
    expect(await commands.bounce(bounce)).toMatchObject({ ok: true, replayed: false, receipt: { state: 'bounced' } });
    const message = await messageTo(1);
    expect(message).toMatchObject({
      state: 'bounced',
      bounce: { recipient: addressOf(1), repairBy: endOfDay('2025-06-13') },
    });
    expect(await noticesOf(message._id)).toMatchObject([{ state: 'bounced', reason: bounce.answer }]);
  });

  it('told again changes nothing', async () => {
    const before = await messageTo(1);
    expect(await commands.bounce(await bounceOf(1, { status: '5.2.2' }))).toMatchObject({ ok: true, replayed: true });
    expect(await messageTo(1)).toEqual(before);
  });

  it('is found by the mail it returns where the address lost its token, and by the envelope where both did', async () => {
    const returned = sentTo(2).raw;
    expect((await bounceOf(2, { to: 'don-doc@office.test', returned })).token).toBe((await messageTo(2)).verp);
    expect((await bounceOf(2, { to: 'x@y.test' }, sentTo(2).from)).token).toBe((await messageTo(2)).verp);
  });

  it('settles what was unconfirmed', async () => {
    expect((await messageTo(3)).state).toBe('unconfirmed');
    expect(await commands.bounce(await bounceOf(3))).toMatchObject({ ok: true });
    expect((await messageTo(3)).state).toBe('bounced');
  });

  it('only delayed may still arrive: nothing changes', async () => {
    expect(await commands.bounce(await bounceOf(4, { action: 'delayed', status: '4.4.1' }))).toMatchObject({
      ok: true,
    });
    expect((await messageTo(4)).state).toBe('sent');
  });

  it('while we still note the outcome is told to come again', async () => {
    await room.store.messages.updateOne({ _id: (await messageTo(4))._id }, { $set: { state: 'sending' } });
    expect(await commands.bounce(await bounceOf(4))).toMatchObject({
      ok: false,
      status: 409,
      code: 'bounce-too-early',
    });
    await room.store.messages.updateOne({ _id: (await messageTo(4))._id }, { $set: { state: 'sent' } });
  });

  it('that is not ours, or no report, is refused with what is wrong', async () => {
    const stranger = { to: `don-doc+${'0'.repeat(24)}@office.test`, recipient: 'a@b.vn' };
    expect(await commands.bounce((await readBounce(notification(stranger))) as Bounce)).toMatchObject({
      status: 404,
      code: 'bounce-unknown',
    });
    expect(await readBounce('Subject: Tôi đi vắng\r\n\r\nTự động trả lời')).toBe('not-a-report');
    expect(await readBounce(notification({ to: 'a@b.vn', recipient: 'a@b.vn' }))).toBe('no-token');
    expect(await readBounce(notification(stranger).replace(/^Action:.*\r\n/m, ''))).toBe('no-recipient');
  });

  it('stands on the list of whom mail does not reach, with the telephone, until somebody was reached another way', async () => {
    const { store, clock } = room;
    await store.holders.deleteMany({ post: `${unitOf(0)}:focal` });
    await store.stamps.updateOne({ _id: 'organisation' }, { $inc: { version: 1 } });
    const list = async () => {
      const now = await clock.now();
      return unreachablePosts(store, await organisationOn(store, localDateOf(now)), ['c'], openingRule(now));
    };
    const shown = (await list()).map(({ post, why, person, instead }) => [post, why, person?.phone, instead?.post]);
    expect(shown).toEqual([
      [`${unitOf(0)}:focal`, 'vacant', undefined, `${unitOf(0)}:head`],
      [`${unitOf(1)}:focal`, 'bounced', '0208 3855 001', undefined],
      [`${unitOf(3)}:focal`, 'bounced', null, undefined],
      [`${unitOf(5)}:focal`, 'no-mailbox', null, undefined],
      [`${unitOf(5)}:head`, 'no-mailbox', null, undefined],
    ]);
    const administrator = { post: 'huyen:administrator', person: null, unit: 'huyen', role: 'administrator' };
    const { _id } = await messageTo(1);
    const how = 'gọi điện lúc 9 giờ, đã nhận việc';
    expect(await commands.reached(administrator, _id, how)).toMatchObject({ ok: true, receipt: { state: 'reached' } });
    expect(await commands.reached(administrator, _id, 'lần hai')).toMatchObject({ ok: true, replayed: true });
    expect((await messageTo(1)).reached).toMatchObject({ by: administrator.post, how });
    expect((await list()).map(({ post }) => post)).not.toContain(`${unitOf(1)}:focal`);
    expect(await commands.reached(administrator, (await messageTo(4))._id, how)).toMatchObject({
      ok: false,
      status: 409,
    });
  });

  it('in a mailbox are taken once, also when the look was cut; what is none of ours is marked for a person', async () => {
    const { _id } = await messageTo(2);
    const ours = notification({ to: sentTo(2).from, recipient: addressOf(2) });
    const early = notification({ to: sentTo(4).from, recipient: addressOf(4) });
    const stranger = notification({ to: `don-doc+${'0'.repeat(24)}@office.test`, recipient: 'a@b.vn' });
    const person = 'From: lo@xa.test\r\nTo: don-doc@office.test\r\nSubject: Xin chào\r\n\r\nTôi nộp rồi.';
    const imap: TestImap = await testImap([ours, early, stranger, person]);
    try {
      const look = async (cut = false) => {
        const box = await imapBox(imap.url);
        const done = cut ? () => Promise.reject(new Error('cut')) : box.done;
        return emptyBounceBox({ ...box, done }, commands).finally(() => box.close());
      };
      await room.store.messages.updateOne({ _id: (await messageTo(4))._id }, { $set: { state: 'sending' } });
      await expect(look(true)).rejects.toThrow('cut');
      const bounced = await messageTo(2);
      expect(bounced).toMatchObject({ _id, state: 'bounced' });
      expect(await look()).toEqual({ taken: 1, tooEarly: 1, odd: 2 });
      expect(await messageTo(2)).toEqual(bounced); // the cut look was told again
      expect(await look()).toEqual({ taken: 0, tooEarly: 1, odd: 0 });
      await room.store.messages.updateOne({ _id: (await messageTo(4))._id }, { $set: { state: 'sent' } });
      expect(await look()).toEqual({ taken: 1, tooEarly: 0, odd: 0 });
      expect((await messageTo(4)).state).toBe('bounced');
      expect(await look()).toEqual({ taken: 0, tooEarly: 0, odd: 0 });
      expect(imap.flags()).toEqual([['\\Seen'], ['\\Seen'], ['\\Flagged', '\\Seen'], ['\\Flagged', '\\Seen']]);
    } finally {
      await imap.close();
    }
  });
});
