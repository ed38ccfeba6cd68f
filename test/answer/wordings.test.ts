import { beforeAll, describe, expect, test } from 'vitest';
import { readMatches } from '../../src/answer/decide-wording.ts';
import type { Composing } from '../../src/answer/draft.ts';
import { type KnowledgeBase, createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Wording } from '../../src/domain/wording.ts';
import { ask, shippedCatalogue } from './support.ts';

const table = 'helsinki-programme-follow-up-2023';
const wording = (about: string, rest: Partial<Wording>): Wording => ({
  about,
  source: table,
  show: [],
  quotes: [],
  absent: false,
  fi: ['jotakin muuta'],
  sv: ['någonting annat'],
  en: ['something else'],
  ...rest,
});

const few: Wording[] = [
  wording('measure:helsinki:4.3', {
    show: ['responsible'],
    en: ['Who runs the spouse programme?'],
    fi: ['Kuka vetää puoliso-ohjelmaa?'],
  }),
  wording('measure:helsinki:4.3', { show: ['timetable'], en: ['When does the spouse programme end?'] }),
  wording('measure:helsinki:4.3', { absent: true, en: ['What does the spouse programme cost?'] }),
  wording('goal:helsinki:1', { show: ['state'], en: ['How did Helsinki rank in 2022?'] }),
];

let base: KnowledgeBase;
beforeAll(async () => {
  base = createKnowledgeBase({ ...(await shippedCatalogue()), wordings: few });
});

function matches(text: string, language: Language = 'en') {
  const composing: Composing = {
    base,
    question: base.understand(text, language),
    language,
    today: '2026-11-22',
    private: true,
    programme: undefined,
    city: undefined,
    similar: null,
  };
  return readMatches(composing);
}

describe('known ways of asking', () => {
  test('the same words are the same question', () => {
    const [best] = matches('Who runs the spouse programme?');
    expect(best?.wording).toBe(few[0]);
    expect(best?.score).toBeGreaterThan(0.95);
  });

  test.each([
    ['Who is in charge of the Spouse Program', 0],
    ['By when is the spouse programme over?', 1],
    ['Is there a price for the spouse programme?', 2],
  ])('"%s" asks the same in other words', (text, at) => expect(matches(text)[0]?.wording).toBe(few[at]));

  test('inflection makes no other question', () => {
    expect(matches('Kuka puoliso-ohjelman vetäjä on?', 'fi')[0]?.wording).toBe(few[0]);
  });

  test('another year makes another question', () => {
    const asked = matches('How did Helsinki rank in 2022?')[0];
    const later = matches('How did Helsinki rank in 2025?')[0];
    expect(asked?.score).toBeGreaterThan(2 * (later?.score ?? 0));
  });

  test.each(['IHH', '7', 'Kiitos', ''])('"%s" is like none of them', (text) => {
    expect(matches(text, 'fi').filter(({ score }) => score > 0.5)).toEqual([]);
  });
});

describe('what the documents speak of and do not say', () => {
  test.each([
    ['fi', 'Paljonko Helsinki Exposed -kampanja maksoi?'],
    ['sv', 'Hur mycket tjänar Glenn Gassen?'],
    ['en', 'How old is Annukka Sorjonen?'],
    ['en', 'What year was International House Helsinki founded?'],
  ])('%s: "%s" is not stated', async (language, question) => {
    expect(await ask(question)).toMatchObject({ language, outcome: 'not_stated', citations: [] });
  });
});
