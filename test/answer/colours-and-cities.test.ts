import { describe, expect, test } from 'vitest';
import { ask, wordsOf } from './support.ts';

describe('colours, which are lost in the text', () => {
  const anyColour = /vihre|keltai|punai|harmaa|grön|\bgul|röd|\bgrå|green|yellow|\bred\b|gr[ea]y|🟢|🟡|🔴|⚪/i;

  test.each([
    ['fi', 'Minkä värinen tavoite 3 on?'],
    ['sv', 'Vilken färg har mål 3?'],
    ['en', 'What colour is goal 3?'],
    ['fi', 'Mikä on tavoitteen 3 liikennevalo?'],
    ['sv', 'Vilket trafikljus har åtgärd 4.3?'],
    ['en', 'What is the traffic light of measure 4.3?'],
    ['fi', 'Onko tavoite 3 vihreä?'],
    ['sv', 'Är mål 3 grönt?'],
    ['en', 'Is goal 3 green?'],
    ['fi', 'Minkä värinen puoliso-ohjelma on?'],
    ['sv', 'Vilken färg har makaprogrammet?'],
    ['en', 'What is the light of the spouse programme?'],
  ])('%s: "%s" is not stated, and no colour is guessed', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'not_stated', language, citations: [] });
    expect(wordsOf(answer)).not.toMatch(anyColour);
  });

  test('the goal is named, so that a posted light can be shown beside it', async () => {
    expect((await ask('What colour is goal 3?')).targets).toEqual([{ programme: 'helsinki', id: '3' }]);
  });
});

describe('facts of another city than the asked one', () => {
  test.each([
    ['Kuuluuko Rauma C23-verkostoon?', /^Ei: Rauma ei kuulu/],
    ['Hör Raumo till C23-nätverket?', /^Nej: Raumo hör inte till/],
    ['Is Rauma in the C23 network?', /^No: Rauma is not among/],
    ['Kuuluuko Vaasa C23-verkostoon?', /^Kyllä: Vaasa on/],
    ['Hör Vasa till C23-nätverket?', /^Ja: Vasa finns/],
    ['Is Espoo in the C23 network?', /^Yes: Espoo is among/],
  ])('"%s": whether a city is in a list is said first, with the list', async (question, words) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered' });
    expect(answer.headline).toMatch(words);
    expect(answer.citations[0]?.quote).toContain('Rovaniemi');
  });

  test.each([
    ['fi', 'Milloin Vaasan korkeakoulutettujen maahanmuuttajien osaamiskeskus aloitti toimintansa?', /Espoo/],
    ['fi', 'Milloin Helsingin osaamiskeskus korkeakoulutetuille maahanmuuttajille avataan?', /Espoo/],
    ['sv', 'När inledde Vasas kompetenscentrum för högutbildade invandrare sin verksamhet?', /Esbo/],
    ['fi', 'Kuka on Vaasan työllisyysjohtaja?', /Helsinki|Helsingin/],
    ['sv', 'Vem är sysselsättningsdirektör i Vasa?', /Helsingfors/],
    ['en', 'Who is the employment director of Vaasa?', /Helsinki/],
    ['fi', 'Kuka on Tampereen maahanmuuttojohtaja?', /Helsinki|Helsingin/],
    ['sv', 'Vem är invandringschef i Tammerfors?', /Helsingfors/],
    ['en', 'Who is the immigration director of Tampere?', /Helsinki/],
  ])('%s: "%s" is refused and names the city that is known', async (language, question, known) => {
    const answer = await ask(question);
    expect(answer.language).toBe(language);
    expect(['other_city', 'not_stated']).toContain(answer.outcome);
    expect(wordsOf(answer)).toMatch(known);
    expect(answer.citations).toEqual([]);
  });

  test.each([
    ['fi', 'Onko Helsingissä korkeakoulutettujen maahanmuuttajien osaamiskeskusta?', /Espoo/],
    ['sv', 'Finns det ett kompetenscentrum för högutbildade invandrare i Helsingfors?', /Esbo/],
    ['en', 'Is there a competence centre for highly educated immigrants in Vaasa?', /Espoo/],
  ])('%s: "%s" is told with what there is elsewhere, and that it is elsewhere', async (language, question, known) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'other_city', language });
    expect(answer.headline).toMatch(known);
    for (const { source } of answer.citations) expect(source).toBe('espoo-competence-centre-2021');
  });

  test.each([
    ['fi', 'Milloin Espoon korkeakoulutettujen maahanmuuttajien osaamiskeskus aloitti?', /maaliskuussa 2021/],
    ['sv', 'När inleder Esbos kompetenscentrum för högutbildade invandrare sin verksamhet?', /mars 2021/],
    ['en', 'When did the competence centre for highly educated immigrants open in Espoo?', /March 2021/],
  ])('%s: "%s", asked of the right city, is answered', async (language, question, when) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toMatch(when);
    expect(answer.citations[0]?.source).toBe('espoo-competence-centre-2021');
  });

  test.each([
    ['fi', 'Osallistuiko Vaasa kuntakokeiluun?', /ei lähtenyt mukaan/],
    ['sv', 'Deltog Vasa i kommunförsöket?', /gick inte med/],
    ['en', 'Did Vaasa take part in the municipal trial?', /did not join/],
  ])('%s: "%s" is answered for Vaasa alone', async (language, question, said) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toMatch(said);
    expect(answer.citations.map(({ source }) => source)).toEqual(['vaasa-ecosystem-2022']);
  });
});

describe('two cities compared', () => {
  test.each([
    ['fi', 'Osallistuivatko Vaasa ja Helsinki kuntakokeiluun?', /Vaasa ei lähtenyt mukaan/, /Helsin\p{L}+ .*2021/u],
    ['sv', 'Deltog både Vasa och Helsingfors i kommunförsöket?', /Vasa gick inte med/, /Helsingfors .*2021/],
    [
      'en',
      'Did both Vaasa and Helsinki take part in the municipal employment trial?',
      /Vaasa did not join/,
      /Helsinki.* 2021/,
    ],
  ])('%s: "%s" is told from both sides', async (language, question, vaasa, helsinki) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    const sides = [answer.headline, ...answer.details];
    expect(sides.filter((side) => vaasa.test(side))).toHaveLength(1);
    expect(sides.filter((side) => helsinki.test(side)).length).toBeGreaterThanOrEqual(1);
    const publishers = answer.citations.map(({ publisher }) => publisher);
    expect(publishers).toContain('Vasa stad');
    expect(publishers.some((publisher) => publisher.startsWith('Hels'))).toBe(true);
  });
});
