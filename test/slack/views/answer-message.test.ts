import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/domain/language.ts';
import { plainText } from '../../../src/slack/plain-text.ts';
import { buildAnswerMessage } from '../../../src/slack/views/answer-message.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { goal5, hostile, roles, sampleAnswer, sampleCitation, samplePosted } from '../../support/samples.ts';
import { slackProblems } from '../../support/slack-limits.ts';

type Answer = ReturnType<typeof sampleAnswer>;

function build(answer: Answer, extent: 'short' | 'full' = 'short') {
  const view = { language: answer.language, texts: textsIn(answer.language) };
  return buildAnswerMessage(answer, view, { extent, languageOf: () => 'fi' });
}

const long = 'Pitkä lainaus jatkuu ja jatkuu. '.repeat(300);

test('the direct answer comes first, then the quote with document, publisher and date, then what is next', () => {
  expect(plainText(build(sampleAnswer()).blocks)).toBe(
    [
      'Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.',
      '> Kaupunginkanslian elinkeino-osasto\nToimenpideohjelman seurantataulukko – Helsingin kaupunki, 5/2023',
      'Aikataulu 2022–2025.',
    ].join('\n\n'),
  );
});

test('a translation stands above the original quote and is marked as Valo’s own', () => {
  const citation = sampleCitation({ translation: 'City Executive Office, Economic Development' });
  const text = plainText(build(sampleAnswer({ language: 'en', citations: [citation] })).blocks);
  expect(text).toContain(
    'Valo’s own translation\n> City Executive Office, Economic Development\nOriginal, in Finnish\n> Kaupunginkanslian elinkeino-osasto',
  );
});

test.each([
  ['fi', 'asiakirjassa ei ole päiväystä'],
  ['sv', 'dokumentet har inget datum'],
  ['en', 'no date in the document'],
] as const)('an undated document is said to be undated in %s', (language, words) => {
  const answer = sampleAnswer({ language, citations: [sampleCitation({ published: null })] });
  expect(plainText(build(answer).blocks)).toContain(words);
});

describe('an answer longer than a phone screen', () => {
  const details = Array.from({ length: 31 }, (_, at) => `Toimenpide ${at + 1}`);
  const answer = sampleAnswer({ details, citations: Array.from({ length: 5 }, () => sampleCitation()) });

  test('is cut with a count and a button for the rest', () => {
    const text = plainText(build(answer).blocks);
    expect(text).toContain('… ja 25 riviä lisää … ja 3 lainausta lisää');
    expect(text).toContain('[Näytä kaikki]');
    expect(text).not.toContain('Toimenpide 7');
  });

  test('is shown whole when asked for', () => {
    const text = plainText(build(answer, 'full').blocks);
    expect(text).toContain('Toimenpide 31');
    expect(text).not.toContain('[Näytä kaikki]');
  });

  test('keeps its count when the question cannot travel with a button', () => {
    const text = plainText(build({ ...answer, subject: null }).blocks);
    expect(text).toContain('… ja 25 riviä lisää');
    expect(text).not.toContain('[');
  });
});

test('contact details are marked as shown to the asker only', () => {
  expect(plainText(build(sampleAnswer({ personal: true })).blocks)).toContain('Näkyy vain sinulle');
});

describe.each(languages)('in %s', (language) => {
  test.each(['short', 'full'] as const)('the longest %s answer is one that Slack takes', (extent) => {
    const answer = sampleAnswer({
      language,
      headline: long,
      details: Array.from({ length: 80 }, () => 'Toimenpide, jolla on nimi. '.repeat(4)),
      citations: Array.from({ length: 20 }, () =>
        sampleCitation({ quote: long.slice(0, 900), translation: long.slice(0, 900) }),
      ),
      next: Array.from({ length: 20 }, () => long),
    });
    expect(slackProblems(build(answer, extent))).toEqual([]);
    const names = { fi: long, sv: long, en: long };
    const light = { target: { ...goal5, names }, posted: samplePosted(long), stale: true, roles, asked: false };
    const view = { language, texts: textsIn(language) };
    const lit = buildAnswerMessage(answer, view, { extent, languageOf: () => 'fi', question: 'q1', light });
    expect(slackProblems(lit)).toEqual([]);
  });

  test('an answer with nothing but a headline is one that Slack takes', () => {
    const bare = sampleAnswer({ language, citations: [], next: [], subject: null, outcome: 'not_found' });
    expect(slackProblems(build(bare))).toEqual([]);
  });
});

test('markup from a document or a question stays inert, in the notification text too', () => {
  const message = build(
    sampleAnswer({
      headline: hostile,
      details: [hostile],
      next: [hostile],
      citations: [sampleCitation({ quote: hostile, translation: hostile, title: hostile, publisher: hostile })],
    }),
  );
  expect(message.text).toContain('&lt;!channel&gt; &lt;@U1&gt; &lt;http://evil|bank&gt;');
  expect(message.text).not.toMatch(/<(?!$)/);
  expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(mrkdwn|broadcast|link|user|usergroup)"/);
  expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false, parse: 'none' });
});

test('the notification text says what the message says', () => {
  expect(build(sampleAnswer()).text).toContain('Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.');
  expect(build(sampleAnswer()).text).toContain('Kaupunginkanslian elinkeino-osasto');
});
