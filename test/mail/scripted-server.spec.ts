import PostalMime from 'postal-mime';
import { localDateOf } from '#libs/domain';
import { organisationOn } from '#libs/store';
import type { Situation, Turn } from '../support/scripted-smtp.js';
import { scriptedSmtp, type ScriptedSmtp } from '../support/scripted-smtp.js';
import { addressOf, mailRoom, type MailRoom, type MailRoomOptions } from '../support/mail-room.js';
import { withServers } from '../support/servers.js';

const COUNT = 100;

withServers('a morning of a hundred letters', () => {
  let smtp: ScriptedSmtp;
  let room: MailRoom;
  afterEach(async () => {
    await room?.close();
    await smtp?.close();
  });

  const begin = async (script?: (situation: Situation) => Turn, options: MailRoomOptions = {}, count = COUNT) => {
    smtp = await scriptedSmtp(script);
    room = await mailRoom(smtp.url, count, options);
  };
  /** Addresses by what became of their messages; says so if a notice tells another story than its message. */
  const outcomes = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    const byId = new Map<string, { state: string; answer: string | null; reason: string | null }>();
    for (const [address, message] of await room.messages()) {
      (found[message.state] ??= []).push(address);
      byId.set(message._id, message);
    }
    for (const { message, state, reason } of await room.notices()) {
      const mine = byId.get(message!)!;
      expect(state).toBe(mine.state);
      expect(reason).toBe(mine.state === 'sent' ? null : (mine.reason ?? mine.answer));
    }
    return found;
  };
  const numberOf = ({ to, from }: Situation): number => Number(/xa-(\d+)@/.exec(to)?.[1] ?? orderOf(from));
  const senders: string[] = [];
  /** At `MAIL` a letter is known by its sender alone: the n-th new one. */
  const orderOf = (from: string): number => {
    if (!senders.includes(from)) senders.push(from);
    return senders.indexOf(from);
  };
  beforeEach(() => void (senders.length = 0));
  const copies = (): number[] => Array.from({ length: COUNT }, (_, n) => smtp.copiesTo(addressOf(n)));
  const each = (n: number): boolean => n % 5 === 0;

  it.each(['MAIL', 'RCPT', 'DATA', 'dot'] as const)(
    'gets through in the end when every fifth is told 4xx at %s, each once, after pauses that double',
    async (moment) => {
      const told: Record<string, number[]> = {};
      await begin((at) => {
        if (at.moment !== moment || !each(numberOf(at)) || at.time > 2) return;
        (told[at.from] ??= []).push(Date.now());
        return { answer: '451 4.7.1 come back later' };
      });
      await room.run();
      expect(await outcomes()).toEqual({ sent: expect.anything() });
      expect(copies()).toEqual(Array(COUNT).fill(1));
      expect(smtp.turned).toHaveLength(2 * (COUNT / 5));
      const pauses = Object.values(told).map(([first, second]) => second! - first!);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(40);
      const last = new Map(smtp.taken.map(({ from, at }) => [from, at]));
      const second = Object.entries(told).map(([from, at]) => last.get(from)! - at[1]!);
      expect(Math.min(...second)).toBeGreaterThanOrEqual(80);
    },
  );

  it.each(['MAIL', 'RCPT', 'DATA', 'dot'] as const)(
    'loses only those that are told 5xx at %s; each names its own answer and is never tried again',
    async (moment) => {
      await begin((at) =>
        at.moment === moment && numberOf(at) < 5 ? { answer: `550 5.1.1 no such ${numberOf(at)}` } : undefined,
      );
      await room.run();
      const { sent, failed, ...others } = await outcomes();
      expect([sent!.length, failed!.length, others]).toEqual([COUNT - 5, 5, {}]);
      expect(smtp.turned).toHaveLength(5);
      const answers = [...(await room.messages()).values()].filter(({ state }) => state === 'failed');
      expect(answers.map(({ answer }) => answer).sort()).toEqual([0, 1, 2, 3, 4].map((n) => `550 5.1.1 no such ${n}`));
      expect(smtp.taken).toHaveLength(COUNT - 5);
    },
  );

  it.each([
    ['greeting', '421 too busy'],
    ['greeting', '554 not from you'],
    ['EHLO', '451 wait'],
    ['EHLO', '550 not from you'],
  ] as const)('does not blame a letter for a refusal at %s: %s', async (moment, answer) => {
    await begin((at) => (at.moment === moment && at.connection <= 8 ? { answer } : undefined));
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    expect(smtp.turned.length).toBeGreaterThan(0);
  });

  it('gives up after the configured tries and says what the server said last', async () => {
    const script = (at: Situation): Turn =>
      at.moment === 'RCPT' && numberOf(at) === 7 ? { answer: `452 mailbox full, try ${at.time}` } : undefined;
    await begin(script, { attempts: 4 });
    await room.run();
    expect(await outcomes()).toMatchObject({ failed: [addressOf(7)] });
    expect((await room.messages()).get(addressOf(7))).toMatchObject({ attempts: 4, answer: '452 mailbox full, try 4' });
    expect(smtp.turned).toHaveLength(4);
    expect(smtp.taken).toHaveLength(COUNT - 1);
  });

  it.each([
    ['fin', true],
    ['reset', true],
    ['hang', true],
    ['fin', false],
    ['reset', false],
  ] as const)(
    'leaves exactly those unconfirmed whose answer was lost after the final dot (%s, mail kept: %s)',
    async (drop, kept) => {
      const lost = (n: number): boolean => n % 20 === 3;
      await begin((at) => (at.moment === 'dot' && lost(numberOf(at)) ? { drop, kept } : undefined), {
        patienceMs: 1_500,
      });
      await room.run();
      const { sent, unconfirmed, ...others } = await outcomes();
      expect(unconfirmed!.sort()).toEqual([3, 23, 43, 63, 83].map(addressOf));
      expect([sent!.length, others]).toEqual([COUNT - 5, {}]);
      expect(smtp.turned).toHaveLength(5); // never sent again
      expect(copies()).toEqual(copies().map((_, n) => (lost(n) && !kept ? 0 : 1)));
    },
  );

  it.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)(
    'sends again what was cut at %s, before the letter was read: once, and nothing is unconfirmed',
    async (moment) => {
      await begin((at) => {
        const early = moment === 'greeting' || moment === 'EHLO';
        const hit = early ? at.connection <= 6 : each(numberOf(at)) && at.time === 1;
        return at.moment === moment && hit ? { drop: at.connection % 2 ? 'fin' : 'reset' } : undefined;
      });
      await room.run();
      expect(await outcomes()).toEqual({ sent: expect.anything() });
      expect(copies()).toEqual(Array(COUNT).fill(1));
      expect(smtp.turned.length).toBeGreaterThanOrEqual(6);
    },
  );

  it.each([
    ['fin', 1],
    ['reset', 1],
    ['fin', 3_000],
    ['reset', 3_000],
  ] as const)(
    'sends again what was cut in mid-body, the dot never seen (%s after %i bytes): once, nothing unconfirmed',
    async (drop, cutAfter) => {
      await begin((at) =>
        at.moment === 'DATA' && each(numberOf(at)) && at.time === 1 ? { cutAfter, drop } : undefined,
      );
      await room.run();
      expect(await outcomes()).toEqual({ sent: expect.anything() });
      expect(copies()).toEqual(Array(COUNT).fill(1));
      expect(smtp.turned).toHaveLength(COUNT / 5);
    },
  );

  it('survives 421 at any moment', async () => {
    let n = 0;
    await begin((at) =>
      at.moment !== 'greeting' && (n += 1) % 17 === 0 ? { answer: '421 4.3.2 going down' } : undefined,
    );
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    expect(new Set(smtp.turned.map(({ moment }) => moment)).size).toBeGreaterThanOrEqual(4);
  });

  it('waits out greylisting: every recipient is refused until 300 ms have passed', async () => {
    const since = new Map<string, number>();
    await begin((at) => {
      if (at.moment !== 'RCPT') return;
      if (!since.has(at.to)) since.set(at.to, Date.now());
      return Date.now() - since.get(at.to)! < 300 ? { answer: '450 4.2.0 greylisted' } : undefined;
    });
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    const tries = COUNT + smtp.turned.length;
    expect(tries).toBeLessThanOrEqual(COUNT * 6); // 0, 40, 120, 280, 600 ms
  });

  it('keeps to ten mails on a connection and to two connections', async () => {
    const tenOnly = (at: Situation): Turn =>
      at.moment === 'MAIL' && at.mail > 10 ? { answer: '421 too many on this connection' } : undefined;
    await begin(tenOnly, { perConnection: 10, connections: 2 });
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    expect(smtp.most).toEqual({ connections: 2, mailsPerConnection: 10 });
    expect(smtp.turned).toEqual([]);
  });

  it('gets through also where nobody configured those ten', async () => {
    await begin((at) => (at.moment === 'MAIL' && at.mail > 10 ? { answer: '421 too many' } : undefined), {
      connections: 2,
    });
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    expect(smtp.turned.length).toBeGreaterThan(0);
  });

  it('is paced: no window of half a second sees more than its share', async () => {
    await begin(undefined, { perMinute: 3_000 }, 60);
    await room.run();
    expect(smtp.taken).toHaveLength(60);
    const at = smtp.taken.map((mail) => mail.at).sort((a, b) => a - b);
    const window = (from: number): number => at.filter((one) => one >= from && one < from + 500).length;
    expect(Math.max(...at.map(window))).toBeLessThanOrEqual(25 + 5); // 3,000 a minute; some that were held up catch up
    expect(at.at(-1)! - at[0]!).toBeGreaterThanOrEqual(1_100);
  });

  it('lets one slow reader hold up nobody: the others keep more than half their pace', async () => {
    await begin(undefined, { connections: 4 });
    let since = Date.now();
    await room.run();
    const alone = Date.now() - since;
    await room.close();
    await smtp.close();

    const slow = (at: Situation): Turn =>
      at.moment === 'DATA' && numberOf(at) === 0 ? { msPerByte: 1_000 } : undefined;
    await begin(slow, { connections: 4, patienceMs: 6_000 });
    since = Date.now();
    await room.run();
    const { sent, unconfirmed, ...others } = await outcomes();
    expect([sent!.length, unconfirmed, others]).toEqual([COUNT - 1, [addressOf(0)], {}]);
    expect(copies()).toEqual([0, ...Array<number>(COUNT - 1).fill(1)]);
    const rest = Math.max(...smtp.taken.map(({ at }) => at)) - since;
    expect(rest).toBeLessThan(2 * alone + 1_200); // plus the second a lane waits before it goes on without
  });

  it('ends a conversation that trickles and never falls silent', async () => {
    await begin((at) => (at.moment === 'EHLO' && at.connection === 1 ? { msPerByte: 400 } : undefined), {
      patienceMs: 1_500,
    });
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
  });

  it('leaves to a person what no letter can be written for, and sends the other 99', async () => {
    await begin();
    await room.store.obligations.updateOne({ _id: room.reportOf(5) }, { $set: { 'clock.dueAt': null } });
    await room.run();
    expect(await outcomes()).toMatchObject({ failed: [addressOf(5)] });
    expect((await room.messages()).get(addressOf(5))!.reason).toContain('không soạn được thư');
    expect(smtp.taken).toHaveLength(COUNT - 1);
  });

  it('asks a person about an address that is none; nobody else gets that letter', async () => {
    const bad = ['Lò <a@evil.test>', 'a@evil.test, b@evil.test', 'a@evil.test\r\nBcc: c@evil.test'];
    await begin();
    for (const [n, email] of bad.entries()) await room.store.persons.updateOne({ _id: `p-${n}` }, { $set: { email } });
    await room.run();
    const { sent, failed, ...others } = await outcomes();
    expect([sent!.length, failed!.length, others]).toEqual([COUNT - bad.length, bad.length, {}]);
    expect(smtp.taken.map(({ to }) => to).filter((to) => to.includes('evil'))).toEqual([]);
  });

  it('withdraws what is no longer owed also where nobody could have read it, and fails only what is', async () => {
    await begin();
    const unreadable = [0, 1].map((n) => `p-${n}`);
    await room.store.persons.updateMany({ _id: { $in: unreadable } }, { $set: { email: null } });
    await room.store.obligations.updateOne({ _id: room.reportOf(0) }, { $set: { state: 'submitted' } });
    await room.run();
    const [handedIn, owed, ...others] = await room.notices();
    expect([handedIn!.state, handedIn!.message, owed!.state]).toEqual(['withdrawn', null, 'failed']);
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(['sent']));
    expect([smtp.taken.length, await room.store.messages.countDocuments({ state: 'failed' } as never)]).toEqual([
      COUNT - 2,
      1,
    ]);
  });

  it('is shared out by person when it is large: every letter once, never more in flight than the pool has places', async () => {
    let inFlight = 0;
    await begin(undefined, { connections: 4 });
    room.folding.shardSize = 15;
    const watch = setInterval(() => {
      void room.store.messages
        .countDocuments({ state: 'sending' } as never)
        .then((now) => (inFlight = Math.max(inFlight, now)));
    }, 3);
    await room.run();
    clearInterval(watch);
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
    const shares = new Set([...(await room.messages()).values()].map(({ slot }) => slot));
    expect(shares.size).toBeGreaterThanOrEqual(6);
    expect([...shares].every((share) => /^2025-06-11T0100#1~[0-6]$/.test(share))).toBe(true);
    expect(inFlight).toBeGreaterThan(0);
    expect(inFlight).toBeLessThanOrEqual(4);
    expect(await room.store.processes.countDocuments({ finished: false })).toBe(0);
  });

  it('finds who took over a post while a large morning goes out, one letter each', async () => {
    await begin(undefined, { connections: 4 });
    room.folding.shardSize = 15;
    const { store, desk } = room;
    const prepare = desk.prepare.bind(desk);
    let moved = false;
    desk.prepare = async (...given) => {
      if (!moved) {
        moved = true;
        const who = given[0][0]!.person!;
        await store.persons.insertOne({ _id: 'p-new', name: 'Người mới', email: 'moi@mail.test', phone: null });
        await store.holders.updateMany({ person: who }, { $set: { person: 'p-new' } });
        await store.stamps.updateOne({ _id: 'organisation' }, { $inc: { version: 1 } });
        const organisation = await organisationOn(store, localDateOf(given[2]));
        return prepare(given[0], organisation, given[2]);
      }
      return prepare(...given);
    };
    await room.run();
    const { sent, withdrawn } = await outcomes();
    expect(sent).toHaveLength(COUNT);
    expect(sent).toContain('moi@mail.test');
    expect(withdrawn).toHaveLength(1);
    expect(smtp.copiesTo('moi@mail.test')).toBe(1);
    expect(smtp.taken).toHaveLength(COUNT);
  });

  it('is shared out once when the worker dies between the messages and their notices, or before the shares begin', async () => {
    await begin(undefined, { connections: 4 });
    room.folding.shardSize = 15;
    const { updateMany } = room.store.notices;
    const updates = jest.spyOn(room.store.notices, 'updateMany').mockImplementation(((...given: unknown[]) => {
      if (Array.isArray(given[1])) throw new Error('died'); // the assignment of notices to messages
      return (updateMany as (...all: unknown[]) => unknown).apply(room.store.notices, given);
    }) as never);
    await expect(room.run()).rejects.toThrow('died');
    updates.mockRestore();
    expect(await room.store.messages.countDocuments({})).toBe(COUNT);
    await room.store.notices.updateMany({}, { $set: { state: 'waiting' } });
    room.folding.shardSize = 40; // another fold may count otherwise
    await room.run();
    expect(await outcomes()).toEqual({ sent: expect.anything() });
    expect(copies()).toEqual(Array(COUNT).fill(1));
  });

  it('goes out with manners: one recipient, a stable id, a list id, answers to the standing body', async () => {
    await begin(undefined, {}, 1);
    await room.run();
    const [{ from, to, raw }] = smtp.taken as [ScriptedSmtp['taken'][0]];
    const { messageId } = (await room.messages()).get(to)!;
    expect(from).toMatch(/^don-doc\+[0-9a-f]{24}@office\.test$/);
    expect(raw).toContain(`Message-ID: ${messageId}\r\n`);
    expect(raw).toContain('List-ID: <don-doc.office.test>\r\n');
    expect(raw).toContain('Reply-To: thi-dua@huyen.test\r\n');
    expect(raw).toContain('Auto-Submitted: auto-generated\r\n');
    expect(raw).toContain('Precedence: bulk\r\n');
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/console\.test\/viec\/tuy-chon>\r$/m);
    expect(raw).not.toMatch(/List-Unsubscribe-Post/i); // no one-click end of a legal duty
  });

  it('is read the same by a server of 1982: seven bits, no line too long, every Vietnamese word there', async () => {
    const title = `Báo cáo ${'thực hiện phong trào thi đua ặẵằỡữ '.repeat(60)}`;
    await begin(undefined, {}, 2);
    await room.store.obligations.updateOne({ _id: room.reportOf(0) }, { $set: { title } });
    await room.run();
    expect(smtp.taken).toHaveLength(2);
    for (const { raw, to } of smtp.taken) {
      expect(raw.split('\r\n').filter((line) => line.length > 998)).toEqual([]); // RFC 5321, 4.5.3.1.6
      expect([...raw].filter((char) => char > '\x7f')).toEqual([]); // it offered no 8BITMIME
      expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
      const { subject, text, html } = await PostalMime.parse(raw);
      expect([...subject!].length).toBeLessThanOrEqual(78);
      const mine = to === addressOf(0) ? title.trim().replace(/ +/g, ' ') : 'Báo cáo';
      expect(text!.replace(/\s+/g, ' ')).toContain(mine);
      expect(html!.replace(/\s+/g, ' ')).toContain(mine);
    }
  });
});
