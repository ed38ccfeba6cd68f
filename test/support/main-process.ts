/** A process that runs `main` on fake ports against the loopback Slack named by LOOPBACK_URL, or the playground without it. */
import { main } from '../../src/main.ts';
import { appToken, botToken } from './faulty-slack.ts';
import { FakePorts } from './fake-ports.ts';

const apiUrl = process.env['LOOPBACK_URL'];
const slack = apiUrl === undefined ? null : { botToken, connection: { kind: 'socket' as const, appToken }, apiUrl };
await main(async () => ({
  slack,
  ports: new FakePorts(),
  close: async () => {
    process.stderr.write('store closed\n');
  },
}));
