import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/language.ts';
import { foldQuote } from '../../../src/domain/source.ts';
import { holdersIn, peopleOf } from './support.ts';

const posts: readonly (readonly [language: Language, text: string, holders: readonly string[]])[] = [
  ['fi', 'Tampereen työllisyysjohtajaksi on valittu Maria Lehtonen.', ['Maria Lehtonen: työllisyysjohtaja']],
  [
    'fi',
    'Kaupunginhallitus valitsi kokouksessaan sivistysjohtajaksi Pekka Virtasen.',
    ['Pekka Virtanen: sivistysjohtaja'],
  ],
  ['fi', 'Jyväskylän kaupunki on palkannut koordinaattoriksi Daria Ivanovan.', ['Daria Ivanova: koordinaattori']],
  ['fi', 'Palvelupäällikkö Heidi Koskela on nimitetty hyvinvointijohtajaksi.', ['Heidi Koskela: hyvinvointijohtaja']],
  [
    'fi',
    'Viestintäpäälliköksi valittiin Mikko Torni ja talousjohtajaksi Sari Mäkelä.',
    ['Mikko Torni: viestintäpäällikkö', 'Sari Mäkelä: talousjohtaja'],
  ],
  ['fi', 'Uusi kaupunginjohtaja on Jari Salo.', ['Jari Salo: kaupunginjohtaja']],
  ['fi', 'Yksikön päällikkö Ahmed Hassanin mukaan kysyntä kasvaa.', ['Ahmed Hassan: yksikön päällikkö']],
  ['fi', 'Kehityspäällikkö Johanna Leppäsen mielestä tulos on hyvä.', ['Johanna Leppänen: kehityspäällikkö']],
  ['fi', 'Suunnittelija Otto Niinikosken mukaan apua on saatavilla.', ['Otto Niinikoski: suunnittelija']],
  ['fi', 'Entinen työllisyysjohtaja Matti Korhonen jäi eläkkeelle.', ['Matti Korhonen: (työllisyysjohtaja)']],
  [
    'fi',
    'Virkaa haki 12 henkilöä. Työllisyysjohtajan virka täytettiin nyt. Virkaan valittiin Sari Mäkelä.',
    ['Sari Mäkelä: työllisyysjohtaja'],
  ],
  [
    'fi',
    'Mukana olivat kaupunginjohtaja Timo Koivisto ja talousjohtaja Heidi Rämö.',
    ['Timo Koivisto: kaupunginjohtaja', 'Heidi Rämö: talousjohtaja'],
  ],
  ['fi', '– Hyvä, iloitsee vs. palvelujohtaja Nina von Essen.', ['Nina von Essen: vs. palvelujohtaja']],
  [
    'fi',
    'Sosiaali- ja terveysministeriön osastopäällikkö Kari Ilmonen vieraili Kotkassa.',
    ['Kari Ilmonen: osastopäällikkö'],
  ],
  ['fi', 'Työllisyysjohtajat kokoontuivat Oulussa. Mukana oli myös Business Oulu.', []],
  ['fi', 'Kuva: Sakari Röyskö', []],
  ['fi', 'Helsinki Partners ja Business Finland järjestävät illan. Johtaja kertoo lisää Uudenmaan liitossa.', []],
  ['fi', 'Tervetuloa Koulutuskeskus Salpaukseen! Asiantuntija auttaa Tampereen Yliopiston tiloissa.', []],
  ['sv', 'Till integrationschef har valts Maria Holm.', ['Maria Holm: integrationschef']],
  ['sv', 'Stadsstyrelsen valde Mats Brandt till stadsdirektör.', ['Mats Brandt: stadsdirektör']],
  ['sv', 'Staden har rekryterat Ann-Sofi Backgren som projektkoordinator.', ['Ann-Sofi Backgren: projektkoordinator']],
  ['sv', 'Enhetschefen Fatima Al-Sayed vid Esbo stad deltog.', ['Fatima Al-Sayed: enhetschef']],
  ['sv', 'Enligt näringslivsdirektör Tomas Knuts är behovet stort.', ['Tomas Knuts: näringslivsdirektör']],
  ['sv', 'Tidigare stadsdirektör Björn West höll tal på Röda Torget.', ['Björn West: (stadsdirektör)']],
  [
    'sv',
    'Peter Lund har valts till rektor och Eva Nord till bildningschef.',
    ['Peter Lund: rektor', 'Eva Nord: bildningschef'],
  ],
  ['sv', 'Direktör för utbildningstjänster Anna Berg talade.', ['Anna Berg: direktör för utbildningstjänster']],
  ['sv', 'Sysselsättningscheferna träffades i Åbo. Svenska Yle var på plats.', []],
  ['sv', 'Foto: Anna Lindberg', []],
  [
    'en',
    'The City of Espoo has appointed Laura Virtanen as Director of Immigration Services.',
    ['Laura Virtanen: Director of Immigration Services'],
  ],
  [
    'en',
    'Mikko Lahtinen, Service Manager at the City of Tampere, says the demand is growing.',
    ['Mikko Lahtinen: Service Manager'],
  ],
  ['en', '"We are happy," says employment director Kaisa Rantala.', ['Kaisa Rantala: employment director']],
  [
    'en',
    'Espoo has a new Director of Employment, Hanna Salmi, who knows the field.',
    ['Hanna Salmi: Director of Employment'],
  ],
  ['en', 'Turku has hired Omar Khalil as integration coordinator.', ['Omar Khalil: integration coordinator']],
  ['en', 'Former Mayor Eric Blom opened the Talent Hub.', ['Eric Blom: (Mayor)']],
  ['en', 'European Social Fund and Business Finland were present. The City Manager attended. Photo: Jane Doe', []],
];

describe('who holds a post', () => {
  it.each(posts)('is read from %s: %s', (language, text, holders) => {
    expect(holdersIn(language, text)).toEqual(holders);
  });
});

const facts: readonly (readonly [language: Language, text: string, attribute: string, value: string])[] = [
  ['fi', 'Hallintojohtaja Sari Mäkelä valittiin. Mäkelä aloittaa tehtävässä 1.8.2025.', 'start', '1. elokuuta 2025'],
  [
    'fi',
    'Hallintojohtaja Sari Mäkelä valittiin. Hän ottaa viran vastaan huhtikuun alussa.',
    'start',
    'huhtikuun alussa',
  ],
  [
    'fi',
    'Hallintojohtaja Sari Mäkelä on koulutukseltaan hallintotieteiden maisteri.',
    'education',
    'hallintotieteiden maisteri',
  ],
  [
    'fi',
    'Valtuusto valitsi hallintojohtajaksi hallintotieteiden maisteri Sari Mäkelän.',
    'education',
    'hallintotieteiden maisteri',
  ],
  ['sv', 'Verksamheten leds av Rasmus Eklöf, politices magister.', 'education', 'politices magister'],
  [
    'fi',
    'Hallintojohtaja Sari Mäkelä tuli. Mäkelä on aiemmin työskennellyt Kotkassa.',
    'previous',
    'on aiemmin työskennellyt Kotkassa',
  ],
  ['fi', 'Hallintojohtaja Sari Mäkelä vastaa kaupungin hallinnosta.', 'duty', 'vastaa kaupungin hallinnosta'],
  ['fi', 'Lisätietoja: hallintojohtaja Sari Mäkelä, p. 040 123 4567, sari.makela@kotka.fi', 'phone', '040 123 4567'],
  [
    'fi',
    'Lisätietoja: hallintojohtaja Sari Mäkelä, p. 040 123 4567, sari.makela(at)kotka.fi',
    'email',
    'sari.makela(at)kotka.fi',
  ],
  ['sv', 'Rektor Eva Nord valdes. Hon tillträder den 3 april.', 'start', 'den 3 april'],
  [
    'sv',
    'Rektor Eva Nord valdes. Nord är ekonomie magister från Åbo Akademi.',
    'education',
    'ekonomie magister från Åbo Akademi',
  ],
  [
    'sv',
    'Rektor Eva Nord valdes. Nord kommer närmast från Kommunförbundet.',
    'previous',
    'kommer närmast från Kommunförbundet',
  ],
  ['sv', 'Rektor Eva Nord leder skolan och rektor Per Ek leder gymnasiet.', 'duty', 'leder skolan'],
  ['en', 'Director Anna Berg was chosen. She will take up the post on 1 June 2025.', 'start', '1 June 2025'],
  ['en', 'Director Anna Berg was chosen. Berg holds a PhD.', 'education', 'PhD'],
];

describe('what is said of a person', () => {
  it.each(facts)('%s: %s gives the %s', (language, text, attribute, value) => {
    const [person] = peopleOf(language, text);
    expect(person?.facts.filter((fact) => fact.attribute === attribute).map((fact) => fact.value[language])).toContain(
      value,
    );
  });

  it('leaves the year open where the sentence gives none, whatever the publication date', () => {
    const [person] = peopleOf('sv', 'Rektor Eva Nord tillträder den 3 april.', { published: '2023-02-01' });
    expect(person?.facts.find(({ attribute }) => attribute === 'start')?.date).toEqual({
      year: null,
      month: 4,
      day: 3,
    });
  });

  it('quotes a whole sentence of the document for every fact', () => {
    const text =
      'Hallintojohtaja Sari Mäkelä valittiin. Mäkelä on filosofian maisteri ja aloittaa 1.8.2025. Hän johtaa hallintoa.';
    const quotes = peopleOf('fi', text).flatMap((person) => person.facts.map(({ evidence }) => evidence.quote));
    expect(quotes.length).toBeGreaterThan(2);
    expect(quotes.filter((quote) => !foldQuote(text).includes(foldQuote(quote)))).toEqual([]);
  });

  it('takes no date of another happening for a start', () => {
    const [person] = peopleOf('sv', 'Enhetschefen Eva Nord berättar att kurserna börjar i augusti 2025.');
    expect(person?.facts.map(({ attribute }) => attribute)).not.toContain('start');
  });

  it('gives a telephone number to the name above it and no shared mailbox to anybody', () => {
    const text = 'Lisätietoja\n\nSari Mäkelä\nHallintojohtaja\npuh. 040 123 4567\nkirjaamo@kotka.fi\nVaihde 05 234 000';
    const contacts = peopleOf('fi', text).flatMap((person) =>
      person.facts.filter(({ attribute }) => attribute === 'phone' || attribute === 'email'),
    );
    expect(contacts.map(({ value }) => value.fi)).toEqual(['040 123 4567']);
  });
});

describe('a successor', () => {
  it.each([
    [
      'fi',
      'Rehtori Kimmo Niiranen siirtyy eläkkeelle. Hänen seuraajansa Petri Lahtela aloittaa 1. huhtikuuta.',
      'rehtori',
    ],
    ['sv', 'Rektor Kimmo Niiranen går i pension. Till hans efterträdare valdes Petri Lahtela.', 'rektor'],
    ['en', 'Principal Kimmo Niiranen retires in May. Petri Lahtela succeeds Kimmo Niiranen as principal.', 'principal'],
  ] as const)('has the post that the predecessor leaves (%s)', (language, text, title) => {
    const people = peopleOf(language, text);
    const titles = (name: string) => people.find((person) => person.name === name)?.titles[language];
    expect([titles('Petri Lahtela'), titles('Kimmo Niiranen')]).toEqual([[title], []]);
  });
});

describe('the wording of a post', () => {
  it('comes in the other languages where the port knows it, in the document’s own words elsewhere', () => {
    const [person] = peopleOf('sv', 'Till integrationschef har valts Maria Holm.', {}, (words, _from, to) =>
      words === 'integrationschef' && to === 'fi' ? 'kotoutumispäällikkö' : null,
    );
    expect(person?.titles).toEqual({ fi: ['kotoutumispäällikkö'], sv: ['integrationschef'], en: [] });
    expect(person?.facts[0]?.value).toEqual({
      fi: 'kotoutumispäällikkö',
      sv: 'integrationschef',
      en: 'integrationschef',
    });
  });

  it('names the municipality that the post belongs to, else the document’s', () => {
    const people = peopleOf('fi', 'Kotkan kaupungin rehtori Sari Mäkelä ja opettaja Eero Aho puhuivat.', {
      municipality: 'Hamina',
    });
    expect(people.map(({ municipality }) => municipality)).toEqual(['Kotka', 'Hamina']);
  });
});

describe('a long document', () => {
  it('of thousands of people is read whole', () => {
    const letters = 'abdefghijklmnoprstuv';
    const surname = (index: number) =>
      `Xy${[index % 20, Math.floor(index / 20) % 20, Math.floor(index / 400)].map((at) => letters[at]).join('a')}`;
    const text = Array.from({ length: 3000 }, (_, index) => `Rehtori Anna ${surname(index)} puhui.`).join('\n');
    expect(peopleOf('sv', text.replaceAll('Rehtori', 'Rektor').replaceAll('puhui', 'talade'))).toHaveLength(3000);
  });

  it('of one endless sentence is read to its limit', () => {
    const text = `${'rehtori Anna Berg, Johtaja Eva Nord, '.repeat(20_000)}.`;
    expect(peopleOf('fi', text).map(({ name }) => name)).toEqual(['Anna Berg', 'Eva Nord']);
  });
});

describe('what an article says of its people outside of appointments', () => {
  const factsOf = (language: 'fi' | 'sv' | 'en', text: string, name: string) =>
    (peopleOf(language, text).find((person) => person.name === name)?.facts ?? []).map(
      ({ attribute, value }) => `${attribute}: ${value[language]}`,
    );

  it('reads the clause after a speaker’s name', () => {
    const text =
      '– Kravet skrevs in i avtalet, säger sysselsättningschef Eva Nord, som själv har lett TE-byrån sedan 2017.';
    expect(factsOf('sv', text, 'Eva Nord')).toContain('previous: har lett TE-byrån sedan 2017');
  });

  it('reads the first person of an interview as the one who is interviewed', () => {
    const text =
      'Fullmäktige valde Eva Nord till näringsdirektör. Nord börjar i december.\n\nVem är du?\n\nSedan 2021 har jag varit utvecklingschef på Novia.\n\n– Jag vill besöka företagen, säger Eva Nord.';
    expect(factsOf('sv', text, 'Eva Nord')).toContain('previous: Sedan 2021 har jag varit utvecklingschef på Novia');
  });

  it('takes what the writer tells after a quotation for no statement', () => {
    const text =
      '– Ilmoitukset olivat vain suomeksi, sanoo projektipäällikkö Oona Ranta. Hän on aiemmin työskennellyt Lissabonissa.';
    expect(factsOf('fi', text, 'Oona Ranta')).toContain('previous: on aiemmin työskennellyt Lissabonissa');
    expect(factsOf('fi', text, 'Oona Ranta').filter((fact) => fact.startsWith('statement'))).toHaveLength(1);
  });

  it('reads the post that somebody comes from behind the new one', () => {
    const text = 'Eva Nord övergår till uppgiften som direktör från posten som bildningschef i Lovisa stad.';
    expect(factsOf('sv', text, 'Eva Nord').join()).toContain('Lovisa');
  });
});
