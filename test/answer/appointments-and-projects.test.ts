import { describe, expect, test } from 'vitest';
import type { Ask } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { article, knowledge, tempCorpus } from '../ingest/temp-corpus.ts';
import { now, wordsOf } from './support.ts';

const rauma = `Raumalle uusi työllisyyspäällikkö

Rauman kaupunki on valinnut työllisyyspäälliköksi Kaisa Lehtimäen. Lehtimäki siirtyy tehtävään Koulutuskuntayhtymä Winnovasta, jossa hän on toiminut koulutuspäällikkönä. Hän aloittaa 1.10.2024.

Ennen Winnovaa hän työskenteli Kelassa. Lehtimäki on koulutukseltaan kasvatustieteiden maisteri.

Rauman työllisyysalue koostuu Rauman ohella Eurajoesta, Eurasta ja Säkylästä. Alueen palveluissa työskentelee uudistuksen jälkeen noin 55 henkilöä.

Työllisyyspalveluja vuodesta 2011 johtanut Seppo Aaltonen jää eläkkeelle syyskuun lopussa.`;

const raseborg = `Projektet Första jobbet hjälper unga i Raseborg

I projektet Första jobbet får unga handledning på arbetsplatser. Hittills har 64 unga deltagit. Målet är att 120 unga deltar före slutet av 2026.

Projektets totalbudget är 480 000 euro, och 75 procent kommer från Europeiska socialfonden.

Mellanutvärderingen av projektet görs av yrkeshögskolan Novia.

Servicepunkten Ankaret öppnar i Ekenäs den 7 april 2025.

Öppethållning

måndag–tisdag kl. 9–15

torsdag kl. 10–17`;

let opened: Promise<Ask> | undefined;

async function openDocuments(): Promise<Ask> {
  const { seeds } = await tempCorpus([
    {
      source: article({
        id: 'rauma',
        file: 'rauma.txt',
        title: 'Raumalle uusi työllisyyspäällikkö',
        publisher: 'Rauman kaupunki',
        municipality: 'Rauma',
      }),
      text: rauma,
    },
    {
      source: article({
        id: 'raseborg',
        file: 'raseborg.txt',
        title: 'Projektet Första jobbet hjälper unga i Raseborg',
        publisher: 'Raseborgs stad',
        municipality: 'Raasepori',
        language: 'sv',
      }),
      text: raseborg,
    },
  ]);
  const { catalogue } = await loadCatalogue({ seeds, knowledge });
  return createAsk(catalogue);
}

async function ask(text: string) {
  opened ??= openDocuments();
  return (await opened)({ text, private: true, now });
}

describe('news of an appointment or a project says', () => {
  test.each([
    ['where somebody comes from', 'Where did Kaisa Lehtimäki work before she was chosen in Rauma?', /Winnova/],
    ['degree and last job', 'Vad har Kaisa Lehtimäki för utbildning och var jobbade hon senast?', /Winnova.*pedagog/su],
    ['who led before, and why not now', 'Kuka johti työllisyyspalveluja ennen Lehtimäkeä?', /Aaltonen.*eläkkeelle/],
    ['who held the post before', 'Kuka oli Rauman työllisyyspäällikkö ennen Lehtimäkeä?', /Aaltonen/],
    ['which municipalities an area consists of', 'Mitkä kunnat kuuluvat Rauman työllisyysalueeseen?', /Säkylä/],
    ['a figure after the reform', 'Montako henkilöä työskentelee Rauman palveluissa uudistuksen jälkeen?', /55/],
    ['how many so far and the goal', 'Hur många har deltagit i Första jobbet hittills och vad är målet?', /64.*120/su],
    [
      'a budget and a share of it',
      "What's the total budget of the Första jobbet project and how much of it comes from the EU?",
      /480 000.*75/su,
    ],
    ['who evaluates', 'Kuka arvioi Första jobbet -hanketta?', /Novia/],
    ['the hours of one day', 'Milloin Ankaret on auki torstaisin?', /10–17/],
  ])('%s: "%s"', async (_what, text, said) => {
    const answer = await ask(text);
    expect(answer.outcome).toBe('answered');
    expect(wordsOf(answer)).toMatch(said);
  });

  test.each([
    ['the degree of who leaves', 'Vilken utbildning har Seppo Aaltonen?'],
    ['who evaluates something else', 'Kuka arvioi Rauman työllisyyspalveluja?'],
  ])('nothing of %s: "%s"', async (_what, text) => {
    expect((await ask(text)).outcome).not.toBe('answered');
  });
});
