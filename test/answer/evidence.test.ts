import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEvidenceReader } from '../../src/answer/evidence.ts';
import { type KnowledgeBase, createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { sentenceUnit } from '../../src/answer/select-sentences.ts';
import { matchPhrase, toBag, toPhrase } from '../../src/answer/word-bags.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Group } from '../../src/answer/groups.ts';
import type { Unit } from '../../src/answer/units.ts';
import { shippedCatalogue } from './support.ts';

/** What a unit holds of a group by comparing every word with every word. */
function heldByAll({ words }: Unit, { alternatives, role }: Group): number {
  const held = (language: Language) => {
    const text = words[language];
    if (text === undefined) return [];
    const bag = toBag(text, language);
    return alternatives[language].map((wording) => matchPhrase(toPhrase(wording, language, role === 'post'), bag));
  };
  return Math.max(0, ...languages.flatMap(held));
}

let base: KnowledgeBase;
let sentences: Unit[];
beforeAll(async () => {
  base = createKnowledgeBase(await shippedCatalogue());
  sentences = base.catalogue.passages.map(sentenceUnit);
});

describe('evidence for the groups of a question', () => {
  const questions = [
    'Kuka vastaa puoliso-ohjelmasta ja ketkä ovat kumppanit vuosina 2022–2025?',
    'Vilka högskolor ansvarar för internationella studerande och forskare?',
    'How many growth companies has the soft landing team met since 05/2022?',
    'Onko Helsingin työllisyysjohtaja Annukka Sorjonen apulaisrehtori?',
  ];

  test.each(questions)('"%s": leaving out what cannot be alike changes nothing', (question) => {
    for (const language of languages) {
      const { groups } = base.understand(question, language);
      for (const unit of sentences) {
        const read = base.readEvidence(unit, groups).map(({ own }) => own);
        expect(read).toEqual(groups.map((group) => heldByAll(unit, group)));
      }
    }
  });

  test('groups beyond the 32nd are read as well', () => {
    const text = sentences
      .slice(0, 12)
      .map(({ words }) => words.fi ?? '')
      .join(' ');
    const { groups } = base.understand(text, 'fi');
    expect(groups.length).toBeGreaterThan(40);
    const unit = sentences.find(({ words }) => (words.fi ?? '').length > 80);
    if (!unit) throw new Error('no sentence is long enough');
    expect(base.readEvidence(unit, groups).map(({ own }) => own)).toEqual(
      groups.map((group) => heldByAll(unit, group)),
    );
  });

  test('what stands around a unit counts a little less than its own words', () => {
    const { groups } = base.understand('osaamiskeskus', 'fi');
    const [first] = sentences;
    if (!first) throw new Error('there is no sentence');
    const unit = { ...first, key: 'around', words: { fi: 'muuta' }, around: { fi: 'osaamiskeskus' } };
    expect(createEvidenceReader()(unit, groups)).toEqual([{ own: 0, total: 0.9 }]);
  });
});

describe('words that are alike', () => {
  test('are found in a text whatever stands around them', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,12}$/u);
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 40 }), fc.nat(), (asked, others, place) => {
        const at = place % (others.length + 1);
        const text = [...others.slice(0, at), asked, ...others.slice(at)].join(' ');
        expect(matchPhrase(toPhrase(asked, 'fi'), toBag(text, 'fi'))).toBe(1);
      }),
    );
  });
});
