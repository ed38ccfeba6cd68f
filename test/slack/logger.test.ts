import { LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createLogger, withoutSecrets } from '../../src/slack/logger.ts';

test.each([
  ['token xoxb-12-34-abCD refused', 'token [secret] refused'],
  ['xapp-1-A0-99-ff', '[secret]'],
  ['Authorization: Bearer xoxb-1', 'Authorization: [secret]'],
  ['key sk-proj_abc-1 used', 'key [secret] used'],
  ['wss://wss.slack.com/link/?ticket=5c2e&app_id=1', 'wss://wss.slack.com/link/?ticket=[secret]&app_id=1'],
  ['a risk-free task for the desk', 'a risk-free task for the desk'],
])('%s is logged as %s', (text, logged) => {
  expect(withoutSecrets(text)).toBe(logged);
});

test('entries below the level are left out, and errors are written with their cause of failure', () => {
  const lines: string[] = [];
  const logger = createLogger((line) => lines.push(line), LogLevel.WARN);
  logger.info('not this');
  logger.error('Failed:', new Error('no xoxb-1-2 here'), { tries: 2 });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error slack: Failed: Error: no \[secret\] here/);
  expect(lines[0]).toContain('{"tries":2}');
});

test('a hostile line of 100,000 characters is searched in linear time', () => {
  const line = 'Bearer '.repeat(15_000);
  expect(withoutSecrets(line)).not.toContain('Bearer Bearer');
});
