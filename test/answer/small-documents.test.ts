import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { article, knowledge, tempCorpus } from '../ingest/temp-corpus.ts';
import { now, wordsOf } from './support.ts';

const kouvola = `Kouvolaan uusi työllisyysjohtaja

Kaupunginvaltuusto valitsi työllisyysjohtajaksi kasvatustieteiden maisteri Sari Kettumäen. Hän aloittaa työt 15. elokuuta.

Kouvolan seudun työllisyysalueen muodostavat Kouvola, Kotka, Hamina, Iitti, Miehikkälä, Pyhtää ja Virolahti.

Alueen palveluista päättää yhteinen työllisyyslautakunta, jossa on yhdeksän jäsentä. Kouvola nimeää heistä neljä.

Lautakunta valitsi puheenjohtajakseen Jorma Hietasen.

Virolahden toimipiste avattiin 2. helmikuuta. Iitissä palvellaan maanantaisin ja Virolahdella torstaisin.

Lisätietoja

Yritysneuvonta
puh. 044 000 1234
yritys@kouvola.example`;

const korsholm = `Språkbryggan hjälper nyanlända

Pilotprojektet Språkbryggan erbjuder nyanlända en språkvän. Hittills har 96 personer deltagit, 57 i Smedsby och 39 i Kvevlax.

Nästa grupp startar den 3 mars. Sista anmälningsdag är den 21 februari.

Verksamheten är populär, säger projektledare Linnea Backlund. Att delta kostar ingenting.

Av deltagarna är 41 under 30 år. År 2026 är målet att nå 150 deltagare.`;

let opened: Promise<Ask> | undefined;

async function openDocuments(): Promise<Ask> {
  const { seeds } = await tempCorpus([
    {
      source: article({
        id: 'kouvola',
        file: 'kouvola.txt',
        title: 'Kouvolaan uusi työllisyysjohtaja',
        publisher: 'Kouvolan kaupunki',
        municipality: 'Kouvola',
      }),
      text: kouvola,
    },
    {
      source: article({
        id: 'korsholm',
        file: 'korsholm.txt',
        title: 'Språkbryggan hjälper nyanlända',
        publisher: 'Korsholms kommun',
        municipality: 'Mustasaari',
        language: 'sv',
      }),
      text: korsholm,
    },
  ]);
  const { catalogue } = await loadCatalogue({ seeds, knowledge });
  return createAsk(catalogue);
}

describe('a document without curated knowledge says', () => {
  test.each([
    [
      'the degree that stands beside a name',
      'What degree does the new employment director of Kouvola have?',
      /educat/i,
    ],
    ['the municipalities in a row', 'Vilka kommuner hör till Kouvolaregionens sysselsättningsområde?', /Virolahti/],
    ['members of a board', 'How many members does the employment board have?', /yhdeksän/],
    ['who chairs a board that is called by its short name', 'Kuka on työllisyyslautakunnan puheenjohtaja?', /Hieta/],
    ['the day of the week that a place is open', 'Vilken dag betjänas kunderna i Virolahti?', /torstai/],
    ['the number under the name of a service', 'How can I reach the business advice in Kouvola?', /044 000 1234/],
    ['who leads a project that the document is about', 'Kuka vetää Språkbryggan-pilottia?', /Backlund/],
    ['which of two has more', 'Has Språkbryggan had more participants in Smedsby or in Kvevlax?', /57.*39/],
    ['how many of them', 'Kuinka moni Språkbryggan-pilotin osallistujista on alle 30-vuotias?', /41/],
    ['how many there shall be', 'Hur många deltagare ska Språkbryggan ha 2026?', /150/],
    ['that it is free', 'Does it cost anything to take part in Språkbryggan?', /ingenting/],
    ['the last day', 'By when do I sign up for the next Språkbryggan group?', /21 (?:februari|February)/],
  ])('%s: "%s"', async (_what, text, said) => {
    opened ??= openDocuments();
    const answer = await (await opened)({ text, private: true, now });
    expect(answer.outcome).toBe('answered');
    expect(wordsOf(answer)).toMatch(said);
  });
});
