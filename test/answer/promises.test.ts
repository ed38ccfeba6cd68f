import { describe, expect, test } from 'vitest';
import { answerOf, ask, quotesOf, wordsOf } from './support.ts';

const followUpTable = 'helsinki-programme-follow-up-2023';
/** A day with its year, in any of the notations that an answer could use. */
const aYear = /\b(?:19|20)\d{2}\b/;

describe('the spouse programme', () => {
  const responsible = [
    ['fi', 'kuka vastaa puoliso-ohjelmasta?', 'kaupunginkanslian elinkeino-osasto', 'Maahanmuuttovirasto', 'Kela'],
    ['sv', 'vem ansvarar för makaprogrammet?', 'stadskansliets näringslivsavdelning', 'Migrationsverket', 'FPA'],
    [
      'en',
      'who is responsible for the spouse program?',
      'Economic Development Department of the City Executive Office',
      'Finnish Immigration Service',
      'Kela',
    ],
  ] as const;

  test.each(responsible)('%s: "%s" names who leads and the partners', async (language, question, lead, ...partners) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toContain(lead);
    for (const partner of partners) expect(answerOf(answer)).toContain(partner);
    expect(answer.targets).toEqual([{ programme: 'helsinki', id: '4.3' }]);
  });

  test.each(responsible)('%s: "%s" shows the cell of the table and its document', async (_language, question) => {
    const answer = await ask(question);
    expect(quotesOf(answer)).toMatch(/^Kaupunginkanslian elinkeino-osasto yhteistyössä viestintäosaston/);
    expect(answer.citations[0]).toMatchObject({
      source: followUpTable,
      file: '004_a20e453e83269e1d.txt',
      publisher: 'Helsingin kaupunki',
      published: null,
    });
  });

  test.each(responsible)('%s: "%s" gives the timetable with the answer', async (_language, question) => {
    expect(wordsOf(await ask(question))).toContain('2022–2025');
  });

  test.each([
    ['fi', 'Ketkä ovat puoliso-ohjelman kumppanit?', 'Espoon kaupunki', 'Verohallinto', 'SAK'],
    ['sv', 'Vilka är makaprogrammets samarbetspartner?', 'Esbo stad', 'Skatteförvaltningen', 'FFC'],
    ['en', 'Who are the partners of the spouse programme?', 'City of Espoo', 'Finnish Tax Administration', 'SAK'],
  ])('%s: "%s" puts the partners first', async (language, question, ...partners) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    for (const partner of partners) expect(answer.headline).toContain(partner);
  });

  test.each([
    ['fi', 'Mikä on puoliso-ohjelman aikataulu?'],
    ['sv', 'Vilken är tidtabellen för makaprogrammet?'],
    ['en', 'What is the timetable of the spouse programme?'],
  ])('%s: "%s" answers with the years of its cell', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toContain('2022–2025');
    expect(answer.citations[0]?.quote).toBe('2022–2025');
  });

  test('joins who is responsible and how it is going in one answer', async () => {
    const answer = await ask('Who is responsible for the spouse program and how is it going?');
    expect(answerOf(answer)).toContain('Economic Development Department');
    expect(answerOf(answer)).toContain('421');
    expect(quotesOf(answer)).toContain('421 jäsenellä (yht. 1108 jäsentä)');
  });
});

describe('a timetable that has passed', () => {
  const cases = [
    ['fi', 'Mikä on puoliso-ohjelman aikataulu?', /päättynyt/, '5/2023'],
    ['sv', 'Vilken är tidtabellen för makaprogrammet?', /gått ut/, '5/2023'],
    ['en', 'What is the timetable of the spouse programme?', /has passed/, 'May 2023'],
  ] as const;

  test.each(cases)(
    '%s: "%s" is told as passed, with its last follow-up',
    async (_language, question, passed, month) => {
      const words = wordsOf(await ask(question));
      expect(words).toMatch(passed);
      expect(words).toContain(month);
      expect(words).not.toMatch(/myöhässä|försenad|\blate\b|upcoming|tulossa|kommande/i);
    },
  );

  test.each(cases)('%s: "%s" is not told as passed while it runs', async (_language, question, passed) => {
    const words = wordsOf(await ask(question, { now: new Date('2025-12-31T21:00:00Z') }));
    expect(words).toContain('2022–2025');
    expect(words).not.toMatch(passed);
  });

  test('passes at midnight in Helsinki, not in Greenwich', async () => {
    const question = 'What is the timetable of the spouse programme?';
    expect(wordsOf(await ask(question, { now: new Date('2025-12-31T21:59:00Z') }))).not.toMatch(/has passed/);
    expect(wordsOf(await ask(question, { now: new Date('2025-12-31T22:01:00Z') }))).toMatch(/has passed/);
  });

  test.each([
    ['fi', 'Mikä on toimenpiteen 1.5 aikataulu?'],
    ['sv', 'Vilken är tidtabellen för åtgärd 1.5?'],
    ['en', 'What is the timetable of measure 1.5?'],
  ])('%s: "%s" with no end year has not passed', async (_language, question) => {
    const answer = await ask(question);
    expect(answer.headline).toContain('2022');
    expect(answer.headline).not.toContain('2025');
    expect(wordsOf(answer)).not.toMatch(/päättynyt|gått ut|has passed/);
  });
});

describe('the date of the reform, on which two documents differ', () => {
  const cases = [
    ['fi', 'Milloin TE-palvelut siirtyvät kunnille?', '25.4.2022'],
    ['sv', 'När övergår arbets- och näringstjänsterna till kommunerna?', '25.4.2022'],
    ['en', 'When are employment services transferred to municipalities?', '25 April 2022'],
  ] as const;

  test.each(cases)('%s: "%s" is 1.1.2025', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toContain('1.1.2025');
    expect(answer.headline).not.toContain('2024');
  });

  test.each(cases)(
    '%s: "%s" tells that an older document gave 2024, with its date',
    async (_language, question, day) => {
      const answer = await ask(question);
      const older = answer.details.find((line) => line.includes(day));
      expect(older).toContain('2024');
      expect(answer.citations[0]).toMatchObject({ source: 'vaasa-c23-2024', published: '2024-04-18' });
      expect(answer.citations.map(({ source, published }) => [source, published])).toContainEqual([
        'vaasa-ecosystem-2022',
        '2022-04-25',
      ]);
    },
  );

  test.each([
    ['2024-06-01T09:00:00+03:00', /still ahead/, /has passed/],
    ['2026-11-22T09:00:00+02:00', /has passed/, /still ahead/],
  ])('asked on %s, the date is told from that day', async (day, said, unsaid) => {
    const answer = await ask('When are employment services transferred to municipalities?', { now: new Date(day) });
    expect(answer.headline).toMatch(said);
    expect(answer.headline).not.toMatch(unsaid);
  });
});

describe('a year that the document does not give', () => {
  const noYear = /ei kerro vuotta|anger inget år|gives no year/;

  test.each([
    ['fi', 'Milloin Gassen aloittaa?', '3. huhtikuuta'],
    ['sv', 'När tillträder Gassen?', '3 april'],
    ['en', 'When does Gassen start?', '3 April'],
    ['fi', 'Milloin Sorjonen aloittaa?', '1. maaliskuuta'],
    ['sv', 'När börjar Sorjonen?', '1 mars'],
    ['en', 'When does Sorjonen start?', '1 March'],
  ])('%s: "%s" gives the day and says that no year stands there', async (language, question, day) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toContain(day);
    expect(answer.headline).toMatch(noYear);
    expect(wordsOf(answer)).not.toMatch(aYear);
  });

  test.each([
    ['fi', 'Minä vuonna Gassen aloittaa?'],
    ['sv', 'Vilket år tillträder Gassen?'],
    ['en', 'In which year does Gassen start?'],
    ['fi', 'Minä vuonna Sorjonen aloittaa?'],
    ['sv', 'Vilket år börjar Sorjonen?'],
    ['en', 'What year did Sorjonen start?'],
  ])('%s: "%s" is not stated', async (language, question) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'not_stated', language });
    expect(answer.headline).toMatch(noYear);
    expect(wordsOf(answer)).not.toMatch(aYear);
  });

  test.each(['Kuka on Helsingin maahanmuuttojohtaja?', 'Vem är sysselsättningschef i Helsingfors?', 'Who is Gassen?'])(
    '"%s" says that the document has no date',
    async (question) => {
      const answer = await ask(question);
      expect(answer.citations[0]?.published).toBeNull();
      expect(wordsOf(answer)).toMatch(/ei ole julkaisupäivää|saknar publiceringsdatum|no publication date/);
      expect(wordsOf(answer)).not.toMatch(aYear);
    },
  );

  test.each([
    ['Kuka on Teemu Haapalehto?', '12.3.2021'],
    ['Vem är Teemu Haapalehto?', '12.3.2021'],
    ['Who is Teemu Haapalehto?', '12 March 2021'],
  ])('"%s" says as of which day', async (question, day) => {
    expect(wordsOf(await ask(question))).toContain(day);
  });
});

describe('an absence that the document declares', () => {
  test.each([
    ['fi', 'Kuka vastaa toimenpiteestä 9.1?', /ei ole määritelty vastuutahoa/],
    ['sv', 'Vem ansvarar för åtgärd 9.1?', /ingen ansvarig part definierad/],
    ['en', 'Who is responsible for measure 9.1?', /no responsible party is defined/i],
    ['fi', 'Kuka vastaa valtioon kohdistuvasta edunvalvonnasta?', /ei ole määritelty vastuutahoa/],
    ['fi', 'Kuka vastaa tavoitteesta 9?', /ei ole määritelty vastuutahoa/],
    ['sv', 'Vem ansvarar för mål 9?', /ingen ansvarig part definierad/],
    ['en', 'Who is responsible for goal 9?', /no responsible party is defined/i],
  ])('%s: "%s" is answered with the quote', async (language, question, said) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language, targets: [{ programme: 'helsinki', id: '9.1' }] });
    expect(answer.headline).toMatch(said);
    expect(quotesOf(answer)).toContain('Ei määriteltyä vastuutahoa.');
  });

  test.each([
    ['fi', 'Mikä on toimenpiteen 9.1 aikataulu?', /ei ole määritelty aikataulua/],
    ['sv', 'Vilken är tidtabellen för åtgärd 9.1?', /ingen tidtabell definierad/],
    ['en', 'What is the timetable of measure 9.1?', /no timetable is defined/i],
    ['fi', 'Mikä on tavoitteen 9 aikataulu?', /ei ole määritelty aikataulua/],
    ['sv', 'Vilken är tidtabellen för mål 9?', /ingen tidtabell definierad/],
    ['en', 'What is the timetable of goal 9?', /no timetable is defined/i],
  ])('%s: "%s" is answered with the quote', async (language, question, said) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ outcome: 'answered', language });
    expect(answer.headline).toMatch(said);
    expect(answer.citations[0]?.quote).toBe('Ei määriteltyä aikataulua.');
    expect(wordsOf(answer)).not.toMatch(/päättynyt|gått ut|has passed/);
  });
});

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
    ['fi', 'Milloin Vaasan korkeakoulutettujen maahanmuuttajien osaamiskeskus aloitti toimintansa?', /Espoo/],
    ['fi', 'Milloin Helsingin osaamiskeskus korkeakoulutetuille maahanmuuttajille avataan?', /Espoo/],
    ['sv', 'När inledde Vasas kompetenscentrum för högutbildade invandrare sin verksamhet?', /Esbo/],
    ['sv', 'Finns det ett kompetenscentrum för högutbildade invandrare i Helsingfors?', /Esbo/],
    ['en', 'Is there a competence centre for highly educated immigrants in Vaasa?', /Espoo/],
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
