import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingProblem } from '../src/config.ts';
import { KnowledgeError } from '../src/ingest/problem.ts';
import type { Announcement } from '../src/status/announcer.ts';
import { createAnswering, createServices, openCatalogue } from '../src/services.ts';
import { configFor } from './support/terminal.ts';
import { FakePlaces } from './digest/delivery-place.ts';

const shipped = (folder: string) => join(import.meta.dirname, '..', folder);
const corpus = (name: string) => join(import.meta.dirname, 'fixtures/corpora', name);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'valo-services-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function open(environment: Record<string, string> = {}) {
  const warned: string[] = [];
  const config = configFor({ LV_DATA_DIR: folder, LV_ADMINS: 'UADMIN', ...environment });
  return { services: createServices(config, { warn: (line) => warned.push(line) }), warned };
}

describe('services', () => {
  it('answer and keep lights over a restart', async () => {
    const first = await open().services;
    const caller = { user: 'UADMIN', channel: null, slackAdmin: false };
    const set = await first.runCommand('set goal5 green', { ...caller, key: 'a' });
    expect(set).toMatchObject({ kind: 'set', from: null, to: 'green', at: '2026-11-22T07:00:00.000Z' });
    const answer = await first.ask({ text: 'kuka vastaa puoliso-ohjelmasta?', private: true, now: first.now() });
    expect(answer.outcome).toBe('answered');
    await first.close();

    const second = await open().services;
    const shown = await second.runCommand('show 5', { ...caller, key: 'b' });
    expect(shown).toMatchObject({ kind: 'shown', posted: { light: 'green', actor: 'UADMIN' } });
    await second.close();
  });

  it('hold the same command only once under one key', async () => {
    const services = await open().services;
    const caller = { user: 'UADMIN', channel: null, slackAdmin: false, key: 'same' };
    await services.runCommand('set goal5 green', caller);
    expect(await services.runCommand('set goal5 green', caller)).toMatchObject({ kind: 'set', repeated: true });
    await services.close();
  });

  it('announce what was set before Slack goes, and look people up in Slack while it is there', async () => {
    const services = await open().services;
    const caller = { user: 'UADMIN', channel: null, slackAdmin: false };
    const announced: Announcement[] = [];
    await services.connect({
      lookUpUser: async (user) => ({ name: user, admin: user === 'UBOSS', active: true }),
      findUsers: async () => [],
      announcements: {
        post: async (announcement) => {
          announced.push(announcement);
          return '1.1';
        },
        edit: async () => undefined,
      },
      deliveries: new FakePlaces(),
    });
    await services.runCommand('announce <#C1>', { ...caller, key: 'a' });
    const { slackAdmin: _unknown, ...boss } = { ...caller, user: 'UBOSS', key: 'b' };
    expect(await services.runCommand('set goal5 green', boss)).toMatchObject({ kind: 'set' });
    await services.disconnect();
    expect(announced).toMatchObject([{ channel: 'C1', actor: 'UBOSS', changes: [{ to: 'green' }] }]);
    await services.close();
  });

  it('deliver digests and reminders while Slack is there, over restarts once', async () => {
    const caller = { user: 'UADMIN', channel: 'C1', slackAdmin: false };
    const before = await open({ LV_NOW: '2026-11-19T09:00:00+02:00' }).services;
    await before.runCommand('digest on fri 9:00', { ...caller, key: 'a' });
    await before.runCommand('owner add 5 <@U5>', { ...caller, key: 'b' });
    await before.close();
    const places = new FakePlaces();
    for (const now of ['2026-11-20T09:00:00+02:00', '2026-11-20T09:05:00+02:00']) {
      const { services: opening, warned } = open({ LV_NOW: now });
      const services = await opening;
      await services.connect({
        lookUpUser: async () => null,
        findUsers: async () => [],
        announcements: { post: async () => '1.1', edit: async () => undefined },
        deliveries: places,
      });
      await vi.waitUntil(() => places.posted.length === 2, { timeout: 20_000 });
      await services.disconnect();
      expect(await services.digestDelivery.postNow({ channel: 'C1', key: 'late' })).toBe('failed');
      await services.close();
      expect(warned.filter((line) => line.startsWith('nudges'))).toEqual(
        now.includes('09:00') ? ['nudges: 1 posted'] : [],
      );
    }
    expect(places.posted.map(({ place, key }) => [place, key])).toEqual([
      ['C1', 'digest:2026-W47:C1'],
      ['U5', 'nudge:2026-W47'],
    ]);
  });

  it('keep what colleagues answered over a restart, and answer with it', async () => {
    const first = await open().services;
    const question = first.conversation.keepQuestion({
      user: 'UASKER',
      text: 'Paljonko kahvihuoneen kahvi maksaa?',
      language: 'fi',
      outcome: 'not_found',
      answer: '',
      targets: [],
      people: [],
      organisations: [],
      events: [],
      place: null,
    });
    const referral = { question, asker: 'UASKER', owner: 'UOWNER', channel: 'D1', ts: '1.1' };
    first.conversation.keepReferral(referral);
    const offer = first.conversation.offerAnswer({ ...referral, at: '2026-11-22T07:00:00Z' }, 'Euron kuppi.');
    first.conversation.decideAnswer(offer?.answer.id ?? '', 'kept', 'UADMIN');
    await first.close();

    const second = await open().services;
    const answer = await second.ask({ text: 'paljonko kahvihuoneen kahvi maksaa', private: true, now: second.now() });
    expect(answer).toMatchObject({ outcome: 'answered', headline: 'Euron kuppi.' });
    expect(second.conversation.gaps()).toMatchObject([{ count: 1 }]);
    await second.close();
  });

  it('take the clock of a test before that of the settings', async () => {
    const now = new Date('2027-01-01T00:00:00Z');
    const answering = await createAnswering(configFor(), { now: () => now });
    expect(answering.now()).toBe(now);
  });

  it('say that a database is not used by this version, and nothing of the key of a model', async () => {
    await expect(open({ DATABASE_URL: 'postgres://u@h/v' }).services).rejects.toThrow(/^DATABASE_URL: /);
    const { services, warned } = open({ OPENAI_API_KEY: 'sk-secret' });
    await (await services).close();
    expect(warned).toEqual([]);
  });
});

describe('the corpus', () => {
  it('that is shipped has neither problems nor facts left aside', async () => {
    const warned: string[] = [];
    const { problems, leftAside } = await openCatalogue(configFor(), (line) => warned.push(line));
    expect({ problems, leftAside, warned }).toEqual({ problems: [], leftAside: 0, warned: [] });
  });

  it('of other documents is served without the facts about those it lacks, which are counted', async () => {
    const { services, warned } = open({ SEEDS_DIR: corpus('towns') });
    const { catalogue, close } = await services;
    expect(catalogue().sources.length).toBeGreaterThan(5);
    expect(warned).toEqual([expect.stringMatching(/: \d+ curated facts are left aside/)]);
    await close();
  });

  it('with documents that cannot be read serves the rest and names each of them', async () => {
    const { services, warned } = open({ SEEDS_DIR: corpus('broken') });
    const { catalogue, close } = await services;
    expect(catalogue().sources.length).toBeGreaterThan(0);
    for (const file of ['empty.txt', 'latin1.txt', 'twin-two.txt']) {
      expect(warned.filter((line) => line.startsWith(corpus(`broken/${file}:`)))).toHaveLength(1);
    }
    await close();
  });

  it('that is empty answers that nothing was found', async () => {
    await writeFile(join(folder, 'sources.json'), '[]');
    const { ask, now } = await createAnswering(configFor({ SEEDS_DIR: folder }), { warn: () => undefined });
    const answer = await ask({ text: 'kuka vastaa puoliso-ohjelmasta?', private: true, now: now() });
    expect(answer).toMatchObject({ outcome: 'not_found', citations: [] });
  });

  it('without a manifest is a setting to mend', async () => {
    await expect(open({ SEEDS_DIR: folder }).services).rejects.toThrow(SettingProblem);
  });
});

describe('knowledge', () => {
  const peopleFile = () => join(folder, 'knowledge/people.json');
  beforeEach(() => cp(shipped('knowledge'), join(folder, 'knowledge'), { recursive: true }));
  const load = () => createAnswering(configFor({ KNOWLEDGE_DIR: join(folder, 'knowledge') }));

  it('with a quote that does not stand in its document stops loading with file, record and quote', async () => {
    const people = await readFile(peopleFile(), 'utf8');
    await writeFile(peopleFile(), people.replace(/"quote": "/, '"quote": "Never said: '));
    const error = await load().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KnowledgeError);
    expect(String(error)).toMatch(/people\.json, .+: .*Never said/);
  });

  it('with a duplicate id stops loading with file and record', async () => {
    const people: unknown[] = JSON.parse(await readFile(peopleFile(), 'utf8'));
    await writeFile(peopleFile(), JSON.stringify([...people, people[0]]));
    await expect(load()).rejects.toThrow(/people\.json, .+/);
  });

  it('that is no JSON stops loading with the file', async () => {
    await writeFile(peopleFile(), '[');
    await expect(load()).rejects.toThrow(/people\.json/);
  });
});
