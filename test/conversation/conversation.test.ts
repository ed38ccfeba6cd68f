import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createConversation, type NewQuestion } from '../../src/conversation/conversation.ts';
import { conversationSchema, emptyConversation } from '../../src/conversation/data.ts';
import { openJsonFile } from '../../src/status/json-file.ts';
import { MemoryFile, memoryConversation } from '../support/memory-conversation.ts';
import { sampleAnswer } from '../support/samples.ts';

const day = 24 * 60 * 60 * 1000;
const { subject } = sampleAnswer();

function asked(over: Partial<NewQuestion> = {}): NewQuestion {
  return {
    user: 'U1',
    text: 'kuka vastaa puoliso-ohjelmasta',
    language: 'fi',
    outcome: 'answered',
    answer: 'Elinkeino-osasto.',
    targets: [{ programme: 'helsinki', id: '4.3' }],
    people: [],
    organisations: [],
    events: [],
    place: { channel: 'C1', threadTs: '1.1' },
    ...over,
  };
}

let now = new Date('2026-11-22T08:00:00Z');
beforeEach(() => {
  now = new Date('2026-11-22T08:00:00Z');
});
const later = (days: number) => {
  now = new Date(now.getTime() + days * day);
};

test('a question is found by its id and by its asker, newest first', () => {
  const conversation = memoryConversation(() => now);
  const first = conversation.keepQuestion(asked({ text: 'ensimmäinen' }));
  conversation.keepQuestion(asked({ text: 'toinen' }));
  conversation.keepQuestion(asked({ text: 'toisen käyttäjän', user: 'U2' }));
  expect(conversation.question(first)).toMatchObject({ text: 'ensimmäinen', at: '2026-11-22T08:00:00.000Z' });
  expect(conversation.questionsOf('U1', 5).map(({ text }) => text)).toEqual(['toinen', 'ensimmäinen']);
  expect(conversation.questionsOf('U1', 1)).toHaveLength(1);
});

test.each([
  [89, true],
  [91, false],
])('a question is kept after %i days: %s', (days, kept) => {
  const conversation = memoryConversation(() => now);
  const id = conversation.keepQuestion(asked());
  later(days);
  expect(conversation.question(id) !== null).toBe(kept);
});

test('how long questions are kept is a setting', () => {
  const conversation = memoryConversation(() => now, { retention: { questionDays: 7 } });
  const id = conversation.keepQuestion(asked());
  later(8);
  expect(conversation.question(id)).toBeNull();
});

test.each([
  [29, true],
  [31, false],
])('the subject of a thread is kept after %i days: %s', (days, kept) => {
  const conversation = memoryConversation(() => now);
  conversation.rememberThread('C1:1.1', subject, null);
  later(days);
  expect(conversation.thread('C1:1.1')?.subject ?? null).toEqual(kept ? subject : null);
});

test('the latest subject of a thread replaces the one before', () => {
  const conversation = memoryConversation(() => now);
  conversation.rememberThread('C1:1.1', subject, null);
  conversation.rememberThread('C1:1.1', null, null);
  expect(conversation.thread('C1:1.1')).toMatchObject({ subject: null });
});

test('too many threads push out the oldest', () => {
  const conversation = memoryConversation(() => now, { retention: { threads: 2 } });
  for (const key of ['a', 'b', 'c']) conversation.rememberThread(key, subject, null);
  later(1);
  expect(['a', 'b', 'c'].map((key) => conversation.thread(key) !== null)).toEqual([false, true, true]);
});

test('a user’s later verdict replaces the earlier one; other users’ stand beside it', () => {
  const conversation = memoryConversation(() => now);
  const id = conversation.keepQuestion(asked());
  const none = { reason: null, comment: null };
  conversation.rate(id, { user: 'U1', verdict: 'notUseful', reason: 'wrong', comment: 'ei' });
  conversation.rate(id, { user: 'U2', verdict: 'useful', ...none });
  expect(conversation.rate(id, { user: 'U1', verdict: 'useful', ...none })).toBe(true);
  expect(conversation.question(id)?.ratings.map(({ user, verdict }) => [user, verdict])).toEqual([
    ['U2', 'useful'],
    ['U1', 'useful'],
  ]);
  expect(conversation.rate('gone', { user: 'U1', verdict: 'useful', ...none })).toBe(false);
});

describe('an owner’s reply', () => {
  const referral = { question: '', asker: 'U1', owner: 'U9', channel: 'D9', ts: '5.5' };
  function offered() {
    const conversation = memoryConversation(() => now);
    const question = conversation.keepQuestion(asked());
    conversation.keepReferral({ ...referral, question });
    const found = conversation.referralAt('D9', '5.5');
    if (found === null) throw new Error('no referral');
    return { conversation, found };
  }

  test('is found by the direct message that asked for it', () => {
    const { conversation, found } = offered();
    expect(found).toMatchObject({ asker: 'U1', owner: 'U9' });
    expect(conversation.referralAt('D9', '6.6')).toBeNull();
    expect(conversation.referralsOf(found.question)).toHaveLength(1);
  });

  test('is an answer only when an admin keeps it, and the first decision stands', () => {
    const { conversation, found } = offered();
    const offer = conversation.offerAnswer(found, 'Anna vastaa.');
    expect(conversation.curatedFor('kuka vastaa puoliso-ohjelmasta', 'fi')).toBeNull();
    const id = offer?.answer.id ?? '';
    expect(conversation.decideAnswer(id, 'kept', 'U8')).toMatchObject({ kind: 'decided' });
    expect(conversation.decideAnswer(id, 'declined', 'U7')).toMatchObject({
      kind: 'already',
      answer: { state: 'kept', decidedBy: 'U8' },
    });
    expect(conversation.decideAnswer('none', 'kept', 'U8')).toEqual({ kind: 'gone' });
    expect(conversation.curatedFor('Vastaa puoliso-ohjelmasta kuka?', 'fi')).toMatchObject({ text: 'Anna vastaa.' });
    expect(conversation.curatedFor('kuka vastaa neuvonnasta', 'fi')).toBeNull();
    expect(conversation.curatedFor('kuka vastaa puoliso-ohjelmasta', 'en')).toBeNull();
  });

  test('in several messages becomes one offer while it is open', () => {
    const { conversation, found } = offered();
    expect(conversation.offerAnswer(found, 'Anna vastaa.')).toMatchObject({ isNew: true });
    expect(conversation.offerAnswer(found, 'Ja Olli.')).toMatchObject({
      isNew: false,
      answer: { text: 'Anna vastaa.\nJa Olli.' },
    });
    expect(conversation.offeredAnswers()).toHaveLength(1);
  });

  test('that is kept outlives the question', () => {
    const { conversation, found } = offered();
    const id = conversation.offerAnswer(found, 'Anna vastaa.')?.answer.id ?? '';
    conversation.decideAnswer(id, 'kept', 'U8');
    later(400);
    expect(conversation.questionsOf('U1', 5)).toEqual([]);
    expect(conversation.curatedAnswers()).toMatchObject([{ text: 'Anna vastaa.', author: 'U9' }]);
  });
});

describe('forgetting a user', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'valo-conversation-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function open() {
    const path = join(folder, 'conversations.json');
    const file = await openJsonFile(path, conversationSchema, emptyConversation);
    return createConversation({ file, now: () => now, keywordsOf: () => [], warn: () => {} });
  }

  test('removes the id from the file and from its backup, and leaves what others said', async () => {
    const conversation = await open();
    const own = conversation.keepQuestion(asked({ user: 'U1' }));
    const other = conversation.keepQuestion(asked({ user: 'U2' }));
    conversation.rate(other, { user: 'U1', verdict: 'useful', reason: null, comment: null });
    conversation.rememberThread('D1:top', subject, 'U1');
    conversation.rememberThread('C1:1.1', subject, null);
    conversation.keepReferral({ question: other, asker: 'U2', owner: 'U1', channel: 'D1', ts: '1.1' });
    const referral = conversation.referralAt('D1', '1.1');
    if (referral !== null) conversation.offerAnswer(referral, 'Anna vastaa.');
    await conversation.flush();
    await conversation.forget('U1');
    for (const file of ['conversations.json', 'conversations.json.bak']) {
      expect(await readFile(join(folder, file), 'utf8')).not.toContain('"U1"');
    }
    const again = await open();
    expect(again.question(own)).toBeNull();
    expect(again.question(other)).toMatchObject({ ratings: [] });
    expect(again.thread('D1:top')).toBeNull();
    expect(again.thread('C1:1.1')).not.toBeNull();
    expect(again.offeredAnswers()).toMatchObject([{ author: null, text: 'Anna vastaa.' }]);
  });

  test('everything else is there after a restart', async () => {
    const conversation = await open();
    const id = conversation.keepQuestion(asked());
    conversation.rememberThread('C1:1.1', subject, null);
    await conversation.flush();
    const again = await open();
    expect(again.question(id)).toMatchObject(asked());
    expect(again.thread('C1:1.1')?.subject).toEqual(subject);
  });
});

describe('the disk', () => {
  test('gets many changes in one save', async () => {
    const file = new MemoryFile();
    const conversation = memoryConversation(() => now, { file, saveAfterMs: 60_000 });
    for (let at = 0; at < 50; at += 1) conversation.keepQuestion(asked());
    await conversation.flush();
    expect(file.saved).toHaveLength(1);
    expect(file.data.questions).toHaveLength(50);
  });

  test('may refuse: it is told, and the next change tries again', async () => {
    const file = new MemoryFile();
    const warnings: string[] = [];
    const conversation = memoryConversation(() => now, { file, warn: (line) => warnings.push(line) });
    file.refuses = true;
    const id = conversation.keepQuestion(asked());
    await conversation.flush();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('ENOSPC');
    expect(conversation.question(id)).not.toBeNull();
    file.refuses = false;
    await conversation.flush();
    expect(file.data.questions).toHaveLength(1);
  });

  test('loses what has expired with the next save', async () => {
    const file = new MemoryFile();
    const conversation = memoryConversation(() => now, { file });
    conversation.keepQuestion(asked({ text: 'vanha' }));
    later(91);
    conversation.keepQuestion(asked({ text: 'uusi' }));
    await conversation.flush();
    expect(file.data.questions.map(({ text }) => text)).toEqual(['uusi']);
  });
});

test.each([
  ['{"not": "a subject"}', null],
  ['not JSON', null],
  [JSON.stringify(subject), subject],
])('a subject is read from %s', (json, read) => {
  expect(memoryConversation(() => now).readSubject(json)).toEqual(read);
});
