import { describe, expect, test } from 'vitest';
import { createGather, type Gathered } from '../../src/answer/ask.ts';
import { type JudgedDraft, judgeDraft } from '../../src/answer/judge-draft.ts';
import { writeInstructions } from '../../src/answer/written-draft.ts';
import type { Language } from '../../src/domain/language.ts';
import { answersIn } from '../../src/texts/answers/answers.ts';
import { now, shippedCatalogue } from './support.ts';
import { gatherFor, quoting } from './verify/written.ts';

type Sentence = { text: string; from: string };

/** Judges sentences as a model's draft for a question of the shipped documents. */
async function judgeFor(
  question: string,
  language: Language,
  sentences: readonly Sentence[],
): Promise<{ gathered: Gathered; judged: JudgedDraft }> {
  const { gathered, evidence } = await gatherFor(question, language);
  const draft = sentences.map(({ text, from }) => ({ text, evidence: [...quoting(evidence, [from])] }));
  return { gathered, judged: judgeDraft(gathered, evidence, { language, outcome: 'answered', sentences: draft }) };
}

function written(judged: JudgedDraft) {
  if (judged.kind !== 'written') throw new Error(`rejected: ${judged.problem} (${judged.dropped.join(', ')})`);
  return judged.answer;
}

describe('prose in place of an extractive answer', () => {
  test('keeps what an older document said, and that the time has passed', async () => {
    const { gathered, evidence } = await gatherFor('När går TE-tjänsterna över till kommunerna?', 'sv');
    const { older, datePassed } = answersIn('sv');
    const before = older('25.4.2022', 'Syftet är att ansvaret ska överföras till kommunerna under år 2024.');
    const headline = `Reformen träder i kraft den 1 januari 2025. ${datePassed}`;
    const answer = { ...gathered.answer, headline, details: [before] };
    const text = 'Ansvaret övergick från staten till kommunerna den 1 januari 2025.';
    const from = quoting(evidence, ['övergår från staten till kommunerna']);
    const judged = judgeDraft({ ...gathered, answer }, evidence, {
      language: 'sv',
      outcome: 'answered',
      sentences: [{ text, evidence: [...from] }],
    });
    expect(written(judged)).toMatchObject({ headline: `${text} ${datePassed}`, details: [before] });
  });

  test('keeps that the time has passed when a further line said so that the prose takes the place of', async () => {
    const { gathered, evidence } = await gatherFor('När går TE-tjänsterna över till kommunerna?', 'sv');
    const { datePassed } = answersIn('sv');
    const text = 'Ansvaret övergår från staten till kommunerna den 1 januari 2025.';
    const answer = {
      ...gathered.answer,
      headline: 'Mötet har samband med sysselsättningsområdesreformen, som träder i kraft den 1 januari 2025.',
      details: [`${text} ${datePassed}`],
    };
    const from = quoting(evidence, ['övergår från staten till kommunerna']);
    const judged = judgeDraft({ ...gathered, answer }, evidence, {
      language: 'sv',
      outcome: 'answered',
      sentences: [{ text, evidence: [...from] }],
    });
    expect(written(judged)).toMatchObject({ headline: `${text} ${datePassed}`, details: [] });
  });

  test('keeps that the document gives no year', async () => {
    const { judged } = await judgeFor('När börjar Glenn Gassen?', 'sv', [
      { text: 'Glenn Gassen börjar i sin nya tjänst den 3 april.', from: 'den 3 april' },
    ]);
    expect(written(judged).headline).toBe(
      'Glenn Gassen börjar i sin nya tjänst den 3 april. Dokumentet anger inget år.',
    );
  });

  test('may not leave out that the answer is no', async () => {
    const instead = 'Sen sijaan Vaasan kaupunki päätti luoda työllisyyden ekosysteemin.';
    const no = 'Vaasa ei osallistunut kuntakokeiluun.';
    const from = 'päätti luoda työllisyyden ekosysteemin';
    const question = 'Lähtikö Vaasa mukaan kuntakokeiluun?';
    const { judged } = await judgeFor(question, 'fi', [{ text: instead, from }]);
    expect(judged).toMatchObject({ kind: 'rejected', problem: 'lostFacts' });
    const both = await judgeFor(question, 'fi', [
      { text: no, from: 'Vaasa ei lähtenyt mukaan kuntakokeiluun' },
      { text: instead, from },
    ]);
    expect(written(both.judged).headline).toBe(`${no} ${instead}`);
  });

  test('does not repeat a further line that it says itself', async () => {
    const partners = 'Yhteistyökumppanit ovat muun muassa Espoon ja Vantaan kaupungit.';
    const { judged } = await judgeFor('Kuka vastaa puoliso-ohjelmasta?', 'fi', [
      {
        text: 'Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.',
        from: 'vastaa kaupunginkanslian elinkeino-osasto',
      },
      { text: partners, from: 'Espoon ja Vantaan' },
    ]);
    const answer = written(judged);
    // The names that the prose leaves out are still there.
    expect(answer.headline).toContain(partners);
    expect(answer.details.join(' ')).toContain('Eläketurvakeskus');
  });

  test('drops the wrong sentence and shows the right one', async () => {
    const { judged } = await judgeFor('Kuka vastaa puoliso-ohjelmasta?', 'fi', [
      {
        text: 'Puoliso-ohjelmasta vastaa kaupunginkanslian elinkeino-osasto.',
        from: 'vastaa kaupunginkanslian elinkeino-osasto',
      },
      { text: 'Sitä johtaa Verohallinto.', from: 'vastaa kaupunginkanslian elinkeino-osasto' },
    ]);
    expect(judged.dropped).toEqual(['role']);
    expect(written(judged).headline).not.toContain('johtaa');
  });

  test.each([
    ['the date', 'När börjar Glenn Gassen?', 'sv', 'Glenn Gassen får en ny tjänst.', 'den 3 april'],
    ['the body', 'Kuka vastaa puoliso-ohjelmasta?', 'fi', 'Toimenpide 4.3 koskee puoliso-ohjelmaa.', 'puoliso-ohjelma'],
    [
      'the figure',
      'How many goals and measures are there in the programme?',
      'en',
      'The programme has nine goals.',
      '9 goals, 31 measures',
    ],
  ] as const)('is not shown without %s that is asked for', async (_what, question, language, text, from) => {
    const { judged } = await judgeFor(question, language, [{ text, from }]);
    expect(judged).toMatchObject({ kind: 'rejected', problem: 'lostFacts', dropped: [] });
  });

  test('is not shown where it tells its instructions', async () => {
    const [line = ''] = writeInstructions.split('\n');
    const { judged } = await judgeFor('Who is Glenn Gassen?', 'en', [{ text: line, from: 'Glenn Gassen' }]);
    expect(judged).toMatchObject({ kind: 'rejected', problem: 'nothingHeld' });
  });
});

describe('a refusal', () => {
  test('of another city stands', async () => {
    const gather = createGather(await shippedCatalogue());
    const question = 'Kuka on Espoon työllisyysjohtaja?';
    const gathered = await gather({ text: question, private: true, now });
    expect(['other_city', 'not_stated', 'not_found']).toContain(gathered.answer.outcome);
    const { judged } = await judgeFor(question, 'fi', [
      { text: 'Helsingin työllisyysjohtaja on Annukka Sorjonen.', from: 'Annukka Sorjonen till sysselsättningschef' },
    ]);
    expect(judged).toMatchObject({ kind: 'rejected', problem: 'notCovered' });
  });

  test.each([
    [
      'en',
      'What is Glenn Gassen’s salary?',
      'Glenn Gassen has been chosen as Director of Immigration Affairs.',
      'invandringschef',
    ],
    ['fi', 'Montako kissaa Vaasassa on?', 'Vaasa ei lähtenyt mukaan kuntakokeiluun.', 'Vasa gick inte med'],
    [
      'sv',
      'Vad kostar makaprogrammet?',
      'Makaprogrammet riktar sig till makar till internationella experter.',
      'kansainvälisten osaajien puolisoille suunnattua',
    ],
  ] as const)('stands when what holds does not cover the question (%s)', async (language, question, text, from) => {
    const { gathered, judged } = await judgeFor(question, language, [{ text, from }]);
    expect(gathered.answer.outcome).not.toBe('answered');
    expect(judged).toMatchObject({ kind: 'rejected', problem: 'notCovered' });
  });

  test.each([
    [
      'fi',
      'mikä koulutus maahanmuuttojohtajalla on',
      'Maahanmuuttojohtaja Glenn Gassen on koulutukseltaan valtiotieteilijä ja EMBA.',
      ['statsvetare och EMBA till sin utbildning', 'invandringschef'],
    ],
    [
      'sv',
      'Vilka arbetsgivare var med i Helsinki Exposed?',
      'Arbetsgivare som Futurice, Nordea, Rovio, VTT och Aalto-universitetet var med i kampanjen Helsinki Exposed.',
      ['Helsinki Exposed -houkuttelukampanjassa'],
    ],
  ] as const)('gives way to evidence that holds all that is asked (%s)', async (language, question, text, from) => {
    const { gathered, evidence } = await gatherFor(question, language);
    const sentence = { text, evidence: [...quoting(evidence, from)] };
    // Refused here whatever else Valo comes to know.
    const headline = answersIn(language).notStatedPlain;
    const refused = {
      ...gathered.answer,
      outcome: 'not_stated' as const,
      headline,
      details: [],
      citations: [],
      next: [],
    };
    const judged = judgeDraft({ ...gathered, answer: refused }, evidence, {
      language,
      outcome: 'answered',
      sentences: [sentence],
    });
    const answer = written(judged);
    expect(answer).toMatchObject({ outcome: 'answered', headline: text, language });
    expect(answer.citations.length).toBeGreaterThan(0);
  });
});
