import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/language.ts';
import { mergeEvents } from '../../../src/ingest/extract/merge-events.ts';
import { articleSource, eventsOf } from './support.ts';

const told: readonly (readonly [language: Language, text: string, name: string, from: string])[] = [
  ['fi', 'Uusi kotoutumislaki tulee voimaan 1.1.2025.', 'Uusi kotoutumislaki', '2025-1-1'],
  ['fi', 'International House Turku avattiin 5. toukokuuta 2024.', 'International House Turku', '2024-5-5'],
  ['fi', 'Kotkan Ohjaamo muuttaa 15.8.2025 uusiin tiloihin.', 'Kotkan Ohjaamo', '2025-8-15'],
  ['fi', 'Lahteen avataan 1.9.2025 uusi Osaajatalo.', 'uusi Osaajatalo', '2025-9-1'],
  ['fi', 'Syksyllä 2025 Ohjaamo Raitti muuttaa keskustaan.', 'Ohjaamo Raitti', '2025-null-null'],
  ['fi', 'Valmistelut etenevät työvoimapalvelu-uudistuksessa, joka astuu voimaan 1.1.2025.', '', ''],
  ['sv', 'Den nya integrationslagen träder i kraft den 1 januari 2025.', 'Den nya integrationslagen', '2025-1-1'],
  ['sv', 'Den 1 mars 2025 öppnar Welcome Office Vasa på torget.', 'Welcome Office Vasa', '2025-3-1'],
  ['sv', 'Projektet Jobbro avslutas den 31 december 2026.', 'Projektet Jobbro', '2026-12-31'],
  ['en', 'Talent Hub Tampere will open its doors on 3 March 2026.', 'Talent Hub Tampere', '2026-3-3'],
  ['en', 'The City of Oulu will open an Advice Desk on 1 May 2025.', 'Advice Desk', '2025-5-1'],
  ['en', 'Job Fair Vaasa takes place on 10 October.', 'Job Fair Vaasa', 'null-10-10'],
];

describe('a dated happening', () => {
  it.each(told.filter(([, , name]) => name !== ''))('%s: %s is an event', (language, text, name, from) => {
    const [event] = eventsOf(language, text);
    const date = event?.statements[0]?.from;
    expect([event?.name[language], `${date?.year}-${date?.month}-${date?.day}`]).toEqual([name, from]);
  });

  it('of several days has its last day', () => {
    const [event] = eventsOf(
      'fi',
      'Duunipäivä järjestetään 12.–13.3.2026 Kotkan Paviljongissa, ja Duunipäivä on maksuton.',
    );
    expect(event?.statements[0]?.to).toEqual({ year: 2026, month: 3, day: 13 });
  });

  it('of a general subject is named by the name before it', () => {
    const text = 'Mentors meet newcomers in the Archipelago Circle programme. The second round starts on 2 March 2026.';
    expect(eventsOf('en', text).map(({ name }) => name.en)).toEqual(['Archipelago Circle: second round']);
  });
});

const untold: readonly (readonly [language: Language, text: string])[] = [
  ['fi', 'Kurssi alkaa syyskuussa.'],
  ['fi', 'Ohjaamo Raitti ei avaudu 1.3.2025.'],
  ['fi', 'Maria Lehtonen aloittaa tehtävässä 1.8.2025.'],
  ['fi', 'Ohjaamo Raitti avataan arkisin kello 9.30.'],
  ['fi', 'Vuonna 2024 Ohjaamo Raitissa kirjattiin 300 käyntiä.'],
  ['fi', '– Ohjaamo Raitti avataan 1.3.2025, sanoo johtaja Sari Mäkelä.'],
  ['sv', 'Mässan Jobb öppnar inte den 3 mars 2025.'],
  ['sv', 'Hon börjar den 3 mars 2025.'],
  ['sv', 'Kursen börjar i augusti.'],
  ['en', 'It opens every Monday at 9.'],
  ['en', 'Anna Berg starts on 1 May 2025.'],
  ['en', 'Originally the Talent Hub was to open on 1 May 2025.'],
];

describe('a sentence without a happening of its own', () => {
  it.each(untold)('%s: %s is no event', (language, text) => {
    expect(eventsOf(language, text)).toEqual([]);
  });
});

describe('two documents about one happening', () => {
  const older = articleSource('fi', { id: 'older', published: '2025-01-10', title: 'Talo Satama avataan syyskuussa' });
  const newer = articleSource('fi', {
    id: 'newer',
    published: '2025-06-01',
    title: 'Talo Sataman avajaiset siirtyvät',
  });
  const both = [
    ...eventsOf('fi', 'Uusi avajaispäivä on 12.1.2026.', newer),
    ...eventsOf('fi', 'Talo Satama avataan 1.9.2025.', older),
  ];

  it('become one event whose newest statement stands last', () => {
    const [event, ...others] = mergeEvents(both, [older, newer]);
    expect(others).toEqual([]);
    expect(event?.statements.map(({ evidence }) => evidence.source)).toEqual(['older', 'newer']);
    expect(event?.name.fi).toBe('Talo Satama');
  });

  it('stay apart when they are of different kinds or cities', () => {
    const ends = eventsOf('fi', 'Talo Satama suljetaan 1.9.2027.', newer);
    const elsewhere = eventsOf('fi', 'Talo Satama avataan 1.9.2025.', { ...older, id: 'third', municipality: 'Kotka' });
    expect(mergeEvents([...both, ...ends, ...elsewhere], [older, newer])).toHaveLength(3);
  });
});
