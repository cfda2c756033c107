// AWS's own client for JavaScript against the sandbox, with every member of CreateFuotaTask:
// node awssdk.mjs ENDPOINT REGION (keys from the environment). Prints one JSON document of what came back.
import { createRequire } from 'node:module';

const [endpoint, region] = process.argv.slice(2);
const { IoTWireless } = createRequire(process.cwd() + '/')('@aws-sdk/client-iot-wireless');
const client = new IoTWireless({ endpoint, region, maxAttempts: 1 });
const task = {
  Name: 'sdk-\u00e9\u{1F4E1}',
  Description: 'all eleven members',
  ClientRequestToken: 'sdk-token-1',
  LoRaWAN: { RfRegion: 'AS923-1' },
  FirmwareUpdateImage: 's3://firmware/meter+valve 1.bin',
  FirmwareUpdateRole: 'arn:aws:iam::123456789012:role/fuota',
  Tags: [{ Key: 'team', Value: 'meters' }, { Key: 'empty', Value: '' }],
  RedundancyPercent: 100,
  FragmentSizeBytes: 112,
  FragmentIntervalMS: 7000,
  Descriptor: 'AAIEAQ==',
};

const refused = async (call) => {
  try {
    await call();
    return null;
  } catch (error) {
    return [error.name, error.$metadata?.httpStatusCode ?? 0];
  }
};

const created = await client.createFuotaTask(task);
const again = await client.createFuotaTask(task);
const read = await client.getFuotaTask({ Id: created.Id });
const list = await client.listFuotaTasks({ MaxResults: 10 });
const report = {
  created: created.$metadata.httpStatusCode,
  sameToken: again.Id === created.Id,
  read,
  listed: list.FuotaTaskList.map((each) => each.Id),
  id: created.Id,
  otherParameters: await refused(() => client.createFuotaTask({ ...task, Name: 'x' })),
  badPercent: await refused(() => client.createFuotaTask({ ...task, ClientRequestToken: 'b', RedundancyPercent: 101 })),
  deleted: (await client.deleteFuotaTask({ Id: created.Id })).$metadata.httpStatusCode,
  gone: await refused(() => client.getFuotaTask({ Id: created.Id })),
  wrongSecret: await refused(() =>
    new IoTWireless({ endpoint, region, maxAttempts: 1, credentials: { accessKeyId: 'AKIAX', secretAccessKey: 'x' } })
      .listFuotaTasks({})),
};
console.log(JSON.stringify({ task, report }));
