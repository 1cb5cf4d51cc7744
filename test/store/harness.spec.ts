import { Connection } from '@temporalio/client';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import { testMongoUri, testSmtp, testTemporalAddress, unique, withServers } from '../support/servers.js';

withServers('the servers of a test run', () => {
  it('take a majority write in a transaction and tell a change stream', async () => {
    const client = new mongoose.mongo.MongoClient(testMongoUri());
    const docs = client.db(unique()).collection('docs');
    const changes = docs.watch();
    // the stream is open only once the server has answered: what is written before that is not told
    expect(await changes.tryNext()).toBeNull();
    await docs.insertOne({ n: 0 });
    await client.withSession((session) => session.withTransaction(() => docs.insertOne({ n: 1 }, { session })));
    expect((await changes.next()).operationType).toBe('insert');
    expect(await docs.countDocuments()).toBe(2);
    await changes.close();
    await docs.db.dropDatabase();
    await client.close();
  });

  it('answer a Temporal client', async () => {
    const connection = await Connection.connect({ address: testTemporalAddress() });
    expect((await connection.workflowService.getSystemInfo({})).serverVersion).toMatch(/^\d+\./);
    await connection.close();
  });

  it('catch a mail in this process', async () => {
    const smtp = await testSmtp();
    const transport = createTransport(smtp.url);
    await transport.sendMail({ from: 'a@b.vn', to: 'c@d.vn', subject: 'Báo cáo', text: 'x' });
    transport.close();
    expect(smtp.mails).toMatchObject([{ from: 'a@b.vn', to: ['c@d.vn'] }]);
    await smtp.close();
  });
});
