import { describe, expect, test } from 'vitest';
import { answerOf, ask, quotesOf } from './support.ts';

describe('figures that look alike', () => {
  test.each([
    ['fi', 'Montako yritystä perustettiin yritysneuvonnan avulla vuonna 2022?'],
    ['sv', 'Hur många företag grundades med hjälp av företagsrådgivningen 2022?'],
    ['en', 'How many companies were founded with the help of business advice in 2022?'],
  ])('%s: "%s" is 283 of the year 2022', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toContain('283');
    expect(answer.headline).toContain('2022');
    expect(answerOf(answer)).not.toContain('300');
    expect(quotesOf(answer)).toContain('v. 2022 perustetut yritykset: 283 kpl');
  });

  test.each([
    ['fi', 'Mikä on tavoitteen 2 tavoite ja nykytilanne?', /Tavoite: .*33.000/, /Tilanne 5\/2023: .*20961/],
    [
      'en',
      'What is the target of goal 2 and what is its current state?',
      /Target: .*33,000/,
      /State in May 2023: .*20,961/,
    ],
  ])('%s: "%s" gives both, each under its name', async (language, question, target, state) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language, targets: [{ programme: 'helsinki', id: '2' }] });
    const lines = [answer.headline, ...answer.details];
    expect(lines.filter((line) => target.test(line))).toHaveLength(1);
    expect(lines.filter((line) => state.test(line))).toHaveLength(1);
    expect(lines.filter((line) => target.test(line) && state.test(line))).toEqual([]);
  });

  test('about 300 is told with its period, 05/22–05/23, and not beside 283', async () => {
    const answer = await ask('Montako yritystä yritysneuvonnan vieraskieliset asiakkaat ovat perustaneet?');
    expect(answer.outcome).toBe('answered');
    const figures = [answer.headline, ...answer.details].filter((line) => line.includes('300'));
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatch(/^Tilanne 5\/2023: .*05\/22–05\/23/);
    expect(answerOf(answer)).not.toContain('283');
  });

  test.each([
    ['fi', 'Mikä on tavoite vieraskielisten perustamien yritysten määrälle?', /^Tavoite: /, /Tilanne 5\/2023: .*300/],
    [
      'sv',
      'Vad är målet för antalet företag som kunder med främmande språk grundar?',
      /^Mål: /,
      /Läget 5\/2023: .*300/,
    ],
    [
      'en',
      'What is the target for companies founded by foreign-language customers?',
      /^Target: /,
      /State in May 2023: .*300/,
    ],
  ])('%s: "%s" gives the target of 500 as a target, and the state apart', async (language, question, target, state) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toMatch(target);
    expect(answer.headline).toContain('500');
    expect(answer.details.find((line) => line.includes('300'))).toMatch(state);
  });

  test.each([
    ['fi', 'Mikä on työperusteisen maahanmuuton tavoite vuoteen 2030?', /^Tavoite: .*33 000/, /20961/],
    ['sv', 'Vad är målet för arbetskraftsinvandringen till 2030?', /^Mål: .*33 000/, /20 961/],
    ['en', 'What is the target for work-based immigration by 2030?', /^Target: .*33,000/, /20,961/],
  ])('%s: "%s" gives the target, not the current figure', async (language, question, target, state) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline.replaceAll(/\s/gu, ' ')).toMatch(target);
    expect(answer.headline).not.toMatch(state);
  });

  test.each([
    ['sv', 'Hur många ansökningar om första uppehållstillstånd på grund av arbete gjordes 2022?', /20 961/],
    ['en', 'How many first work-based residence permit applications were there in 2022?', /20,961/],
  ])('%s: "%s" gives the figure of 2022, not the target', async (language, question, figure) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline.replaceAll(/\s/gu, ' ')).toMatch(figure);
    expect(answer.headline).not.toMatch(/33.000/);
    expect(quotesOf(answer)).toContain('20961');
  });
});

describe('lists', () => {
  const finnish =
    'Helsinki Espoo Tampere Vantaa Oulu Turku Jyväskylä Lahti Kuopio Pori Kouvola Joensuu Lappeenranta Vaasa Hämeenlinna Seinäjoki Rovaniemi Mikkeli Kotka Salo Porvoo Kokkola Kajaani';
  const swedish =
    'Helsingfors Esbo Tammerfors Vanda Uleåborg Åbo Jyväskylä Lahtis Kuopio Björneborg Kouvola Joensuu Villmanstrand Vasa Tavastehus Seinäjoki Rovaniemi Michel Kotka Salo Borgå Karleby Kajana';

  test.each([
    ['fi', 'Mitkä kaupungit kuuluvat C23-verkostoon?', finnish],
    ['sv', 'Vilka städer hör till C23-nätverket?', swedish],
    ['en', 'Which cities belong to the C23 network?', finnish],
    ['en', 'Which cities are in C23?', finnish],
    ['fi', 'Luettele C23-kaupungit', finnish],
  ])('%s: "%s" names all 23', async (language, question, cities) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    const names = cities.split(' ');
    expect(names).toHaveLength(23);
    expect(names.filter((name) => !answerOf(answer).includes(name))).toEqual([]);
    expect(quotesOf(answer)).toContain('Porvoo, Kokkola ja Kajaani');
  });

  test.each([
    ['fi', 'Mitkä korkeakoulut vastaavat toimenpiteestä 5.2?', ['Helsingin yliopisto', 'Aalto-yliopisto']],
    ['sv', 'Vilka högskolor ansvarar för åtgärd 5.2?', ['Helsingfors universitet', 'Aalto-universitetet']],
    ['en', 'Which universities are responsible for measure 5.2?', ['University of Helsinki', 'Aalto University']],
  ])('%s: "%s" names all five', async (language, question, first) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    for (const name of [...first, 'Hanken', 'Metropolia', 'Arcada']) expect(answer.headline).toContain(name);
  });
});

describe('what the documents do not say', () => {
  test.each([
    ['fi', 'Paljonko puoliso-ohjelma maksaa?', 'not_stated'],
    ['sv', 'Vad kostar makaprogrammet?', 'not_stated'],
    ['en', 'What does the spouse programme cost?', 'not_stated'],
    ['fi', 'Mikä on Gassenin puhelinnumero?', 'not_stated'],
    ['sv', 'Vad är Gassens telefonnummer?', 'not_stated'],
    ['en', "What is Gassen's phone number?", 'not_stated'],
    ['fi', 'Kuka on Suomen pääministeri?', 'not_found'],
    ['sv', 'Vem är Finlands president?', 'not_found'],
    ['en', 'What is the weather in Helsinki tomorrow?', 'not_found'],
  ])('%s: "%s" is %s, without sources', async (language, question, outcome) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome, language, citations: [] });
    expect(answer.headline).not.toBe('');
  });
});
