import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { createDigests } from '../../src/digest/gather.ts';
import { openJsonStore } from '../../src/status/json-store.ts';
import type { StatusEvent } from '../../src/status/events.ts';
import type { StatusStore } from '../../src/status/store.ts';
import { targetDirectory } from '../../src/status/targets.ts';
import type { UserStanding } from '../../src/status/user-lookup.ts';
import { hki } from '../status/directory.ts';
import { temporaryFolder } from '../status/support.ts';
import { shippedCatalogue } from '../support/real-app.ts';

let catalogue: Catalogue;
let store: StatusStore;
let reads: number;
const people = new Map<string, UserStanding>();
const at = new Date('2026-11-23T07:00:00Z');
const run = { channel: 'C1', week: '2026-W48', at, since: null };

beforeAll(async () => {
  catalogue = await shippedCatalogue();
});
beforeEach(async () => {
  const folder = await temporaryFolder();
  store = await openJsonStore(folder.path, { warn: () => undefined });
  reads = 0;
  people.clear();
  return async () => {
    await store.close();
    await folder.remove();
  };
});

function digests() {
  const directory = targetDirectory(catalogue);
  return createDigests({
    store: {
      state: store.state,
      history: (query) => {
        if (query.limit === undefined) reads += 1;
        return store.history(query);
      },
    },
    catalogue: () => catalogue,
    directory: () => directory,
    gaps: () => [
      {
        topic: { kind: 'target', target: hki('4.3') },
        count: 2,
        unanswered: 2,
        disliked: 0,
        reasons: [],
        examples: ['missä?'],
      },
      {
        topic: { kind: 'words', text: 'mikä?' },
        count: 1,
        unanswered: 1,
        disliked: 0,
        reasons: [],
        examples: ['mikä?'],
      },
    ],
    lookUpUser: async (user) => people.get(user) ?? null,
    defaultLanguage: 'en',
    now: () => at,
  });
}

let keys = 0;
async function keep(event: StatusEvent): Promise<void> {
  keys += 1;
  const kept = await store.append({ event, key: `k${keys}`, actor: 'U1', at: '2026-11-18T08:00:00.000Z' });
  expect(kept.kind).toBe('acknowledged');
}
const fields = { comment: null, next: null, expected: null, confidence: null, blockers: null };
const everything = { lights: [], programme: null, goals: [], mine: false };

test('a digest speaks the asked language, else its own, its channel’s, the default', async () => {
  const { composeDigest } = digests();
  const language = async (asked?: 'fi') => (await composeDigest(run, asked)).language;
  expect(await language()).toBe('en');
  await keep({ type: 'channelBound', channel: 'C1', programme: 'vaasa', language: 'fi' });
  expect(await language()).toBe('fi');
  const when = { weekday: 'mon', time: '09:00' } as const;
  await keep({ type: 'digestOn', channel: 'C1', language: 'sv', when, filter: everything, skipHolidays: false });
  expect(await language()).toBe('sv');
  expect(await language('fi')).toBe('fi');
});

test('it covers its channel’s programme by the name of its city, and knows the timetables of the documents', async () => {
  const { composeDigest } = digests();
  await keep({ type: 'channelBound', channel: 'C1', programme: 'helsinki', language: null });
  const digest = await composeDigest(run);
  expect(digest.scope).toEqual([{ fi: 'Helsinki', sv: 'Helsingfors', en: 'Helsinki' }]);
  expect(digest.passed).toMatchObject([{ followUp: '2023-05', programme: { sv: 'Helsingfors' } }]);
  expect(digest.passed[0]?.targets.length).toBeGreaterThan(20);
  expect(digest.gaps).toMatchObject([
    { target: { label: '4.3' }, example: 'missä?', count: 2 },
    { target: null, name: { fi: 'mikä?' }, example: null },
  ]);
});

test('an owner whose account is deactivated does not count', async () => {
  await keep({ type: 'ownerAdded', target: hki('5'), user: 'U5' });
  const unowned = async () => (await digests().composeDigest(run)).unowned.map(({ label }) => label);
  expect(await unowned()).not.toContain('goal5');
  people.set('U5', { name: null, admin: false, active: false });
  expect(await unowned()).toContain('goal5');
});

test('the history is read once for many channels, and again when something has come to it', async () => {
  const { composeDigest } = digests();
  await keep({ type: 'light', target: hki('5'), light: 'green', ...fields });
  const first = await composeDigest(run);
  const second = await composeDigest({ ...run, channel: 'C2' });
  expect([first.counts.green, second.counts.green, reads]).toEqual([1, 1, 1]);
  await keep({ type: 'light', target: hki('5'), light: 'yellow', ...fields });
  expect([(await composeDigest(run)).counts.yellow, reads]).toEqual([1, 2]);
});

test('somebody who asks to be forgotten is named no more', async () => {
  const { composeDigest } = digests();
  await keep({ type: 'light', target: hki('5'), light: 'green', ...fields });
  expect((await composeDigest(run)).changes).toMatchObject([{ actor: 'U1' }]);
  await keep({ type: 'forgotten', user: 'U1' });
  expect((await composeDigest(run)).changes).toMatchObject([{ actor: null }]);
});

test('a preview is the digest of this moment', async () => {
  const { previewDigest } = digests();
  expect(await previewDigest('C1')).toMatchObject({
    at: at.toISOString(),
    week: '2026-W48',
    since: '2026-11-16T07:00:00.000Z',
  });
});
