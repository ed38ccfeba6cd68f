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
