import type { Catalogue } from '../domain/catalogue.ts';
import type { KnownEvent } from '../domain/event.ts';
import type { GlossaryEntry } from '../domain/glossary.ts';
import { type Language, type Localized, languages } from '../domain/language.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Passage } from '../domain/passage.ts';
import type { Person, PersonFact } from '../domain/people.ts';
import type { Goal, Measure, Programme } from '../domain/programme.ts';

/** Words in each language in which they are known. */
export type Words = Partial<Record<Language, string>>;

/** What a unit is: the record or passage that an answer is composed of. */
export type UnitContent =
  | { kind: 'article'; passages: readonly Passage[] }
  | { kind: 'measure'; programme: Programme; goal: Goal; measure: Measure; passages: readonly Passage[] }
  | { kind: 'goal'; programme: Programme; goal: Goal; passages: readonly Passage[] }
  | { kind: 'fact'; person: Person; fact: PersonFact }
  | { kind: 'event'; event: KnownEvent }
  | { kind: 'glossary'; entry: GlossaryEntry };

/** The smallest thing that can answer a question: searched by its `words`, judged also by what stands around it. */
export type Unit = {
  key: string;
  source: string;
  /** Finnish names of the municipalities it is about: its document's, or those of a record's own. */
  cities: readonly string[];
  words: Words;
  /** Titles, headings, neighbours and names that a question may use to say which unit it means. */
  around: Words;
  /** What a question calls it by: titles, short names, headings. */
  names: Words;
  /** What a measure says it does, names included; null where the words are all of that kind. */
  description: Words | null;
  content: UnitContent;
};

/** Words for what a person's fact is about, as a question or an answer may name it. */
const attributeWords: Record<PersonFact['attribute'], Localized> = {
  post: {
    fi: 'tehtävä virka nimike valittu johtaa',
    sv: 'tjänst uppdrag titel vald utsedd leder',
    en: 'post position title appointed chosen elected leads head',
  },
  start: {
    fi: 'aloittaa aloitus alkaa tehtävässä siirtyy',
    sv: 'tillträder börjar inleder övergår',
    en: 'starts begins takes up the post',
  },
  previous: {
    fi: 'aiempi aikaisemmin edellinen työ työskennellyt ura tausta',
    sv: 'tidigare arbetat jobb karriär bakgrund kommer från',
    en: 'previous previously before earlier worked job career background',
  },
  education: {
    fi: 'koulutus tutkinto opinnot opiskellut koulutustausta',
    sv: 'utbildning examen studier studerat bakgrund',
    en: 'education degree studies studied qualification background',
  },
  duty: {
    fi: 'tehtävä vastuu vastaa tekee johtaa',
    sv: 'uppgift ansvar ansvarar leder',
    en: 'task duty responsible role leads',
  },
  statement: { fi: 'sanoo kommentoi mielestä', sv: 'säger kommenterar anser', en: 'says comments thinks' },
  email: {
    fi: 'sähköposti sähköpostiosoite yhteystiedot',
    sv: 'e-post e-postadress kontaktuppgifter',
    en: 'e-mail email address contact details',
  },
  phone: {
    fi: 'puhelin puhelinnumero yhteystiedot',
    sv: 'telefon telefonnummer kontaktuppgifter',
    en: 'phone telephone number contact details',
  },
};

/** Everything that can answer: articles, the measures and goals of programmes, and curated records. */
export function buildUnits(catalogue: Catalogue): Unit[] {
  const cities = new Map(catalogue.sources.map((source) => [source.id, finnishName(catalogue, source.municipality)]));
  const organisations = new Map(catalogue.organisations.map((organisation) => [organisation.id, organisation]));
  const byRow = Map.groupBy(
    catalogue.passages.filter(({ place }) => place !== null),
    ({ source, place }) => `${source}:${place?.measure ?? place?.goal ?? ''}`,
  );
  const programmes = [...catalogue.programmes, ...catalogue.supersededProgrammes];
  return [
    ...articleUnits(catalogue, cities),
    ...programmes.flatMap((programme) => programmeUnits(programme, catalogue, byRow, organisations)),
    ...catalogue.people.flatMap((person) => person.facts.map((fact, index) => factUnit(person, fact, index))),
    ...catalogue.events.map((event) => eventUnit(event, cities)),
    ...catalogue.glossary.map((entry) => glossaryUnit(entry)),
  ];
}

/** Articles of more passages than this answer section by section. */
const longArticle = 80;

function articleUnits(catalogue: Catalogue, cities: ReadonlyMap<string, string>): Unit[] {
  const articles = catalogue.passages.filter(({ place }) => place === null || place.field === 'legend');
  const sources = new Map(catalogue.sources.map((source) => [source.id, source]));
  return [...Map.groupBy(articles, ({ source }) => source)].flatMap(([id, all]) => {
    const source = sources.get(id);
    const parts = all.length <= longArticle ? [all] : [...Map.groupBy(all, ({ section }) => section).values()];
    return parts.map(
      (passages, index): Unit => ({
        key: `article:${id}:${index}`,
        source: id,
        cities: [cities.get(id) ?? ''],
        words: joinWords(passages.map(passageWords)),
        around: source ? { [source.language]: `${source.title} ${source.publisher}` } : {},
        names: joinWords([
          source ? { [source.language]: source.title } : {},
          ...passages.filter(({ role }) => role === 'title' || role === 'heading').map(passageWords),
        ]),
        description: null,
        content: { kind: 'article', passages },
      }),
    );
  });
}

function programmeUnits(
  programme: Programme,
  catalogue: Catalogue,
  byRow: ReadonlyMap<string, Passage[]>,
  organisations: ReadonlyMap<string, Organisation>,
): Unit[] {
  const knowledge = catalogue.programmeKnowledge.find(({ id }) => id === programme.id);
  const names = new Map(knowledge?.titles.map((record) => [record.id, record]));
  const nameWords = (id: string): Words => {
    const record = names.get(id);
    return record ? joinWords([record.title, sameWords(record.aliases.join(' '))]) : {};
  };
  const around = joinWords([knowledge?.name ?? {}, { fi: programme.title }]);
  return programme.goals.flatMap((goal): Unit[] => {
    const goalPassages = byRow.get(`${programme.source}:${goal.id}`) ?? [];
    const goalTitle = joinWords(goalPassages.filter(({ place }) => place?.field === 'title').map(passageWords));
    const own = { source: programme.source, cities: [finnishName(catalogue, programme.city)] };
    const goalUnit: Unit = {
      ...own,
      key: `${programme.source}:goal:${goal.id}`,
      words: joinWords([
        nameWords(goal.id),
        goalPassages.length ? {} : { fi: goal.title },
        ...goalPassages.map(passageWords),
      ]),
      around,
      names: joinWords([nameWords(goal.id), goalTitle]),
      description: null,
      content: { kind: 'goal', programme, goal, passages: goalPassages },
    };
    const measures = goal.measures.map((measure): Unit => {
      const passages = byRow.get(`${programme.source}:${measure.id}`) ?? [];
      const bodies = [...measure.responsible.leads, ...measure.responsible.partners].map((id) =>
        organisationWords(organisations.get(id)),
      );
      const names = joinWords([
        nameWords(measure.id),
        sameWords(measure.group ?? ''),
        ...inFields(passages, ['heading', 'group']),
      ]);
      return {
        ...own,
        key: `${programme.source}:measure:${measure.id}`,
        words: joinWords([nameWords(measure.id), sameWords(measure.group ?? ''), ...passages.map(passageWords)]),
        around: joinWords([around, goalTitle, nameWords(goal.id), ...bodies]),
        names,
        description: joinWords([names, ...inFields(passages, ['text'])]),
        content: { kind: 'measure', programme, goal, measure, passages },
      };
    });
    return [goalUnit, ...measures];
  });
}

export function organisationWords(organisation: Organisation | undefined): Words {
  if (!organisation) return {};
  return joinWords([organisation.name, sameWords([...organisation.abbreviations, ...organisation.forms].join(' '))]);
}

function factUnit(person: Person, fact: PersonFact, index: number): Unit {
  const titles: Words = {
    fi: person.titles.fi.join(' '),
    sv: person.titles.sv.join(' '),
    en: person.titles.en.join(' '),
  };
  const others = person.facts.filter((other) => other !== fact && other.attribute !== 'statement');
  return {
    key: `person:${person.id}:${index}`,
    source: fact.evidence.source,
    cities: [person.municipality],
    words: joinWords([sameWords(person.name), fact.value, attributeWords[fact.attribute]]),
    around: joinWords([titles, ...others.flatMap((other) => [other.value, attributeWords[other.attribute]])]),
    names: joinWords([sameWords(person.name), titles]),
    description: null,
    content: { kind: 'fact', person, fact },
  };
}

function eventUnit(event: KnownEvent, cities: ReadonlyMap<string, string>): Unit {
  const aliases: Words = {
    fi: event.aliases.fi.join(' '),
    sv: event.aliases.sv.join(' '),
    en: event.aliases.en.join(' '),
  };
  return {
    key: `event:${event.id}`,
    source: event.statements[0]?.evidence.source ?? '',
    cities: [
      ...new Set([event.municipality, ...event.statements.map(({ evidence }) => cities.get(evidence.source) ?? '')]),
    ],
    words: joinWords([event.name, aliases, ...event.statements.map(({ says }) => says)]),
    around: {},
    names: joinWords([event.name, aliases]),
    description: null,
    content: { kind: 'event', event },
  };
}

function glossaryUnit(entry: GlossaryEntry): Unit {
  return {
    key: `glossary:${entry.id}`,
    source: entry.evidence.source,
    cities: [entry.municipality],
    words: joinWords([sameWords([...entry.abbreviations, ...entry.aliases].join(' ')), entry.names, entry.says]),
    around: {},
    names: joinWords([sameWords(entry.abbreviations.join(' ')), entry.names]),
    description: null,
    content: { kind: 'glossary', entry },
  };
}

function inFields(passages: readonly Passage[], fields: readonly string[]): Words[] {
  return passages.filter(({ place }) => place !== null && fields.includes(place.field)).map(passageWords);
}

/** A passage's own words and Valo's translations of them. */
export function passageWords(passage: Passage): Words {
  return { ...passage.translations, [passage.language]: passage.text };
}

function sameWords(text: string): Words {
  return text === '' ? {} : { fi: text, sv: text, en: text };
}

function joinWords(parts: readonly Words[]): Words {
  const joined: Words = {};
  for (const language of languages) {
    const texts = parts.flatMap((part) => part[language] ?? []).filter((text) => text.trim() !== '');
    if (texts.length > 0) joined[language] = texts.join('\n');
  }
  return joined;
}

/** A municipality's Finnish name, from its name in any language; the name itself when the term bank does not know it. */
export function finnishName(catalogue: Catalogue, municipality: string): string {
  const named = (names: readonly string[]) => names.some((name) => name.toLowerCase() === municipality.toLowerCase());
  const term = catalogue.terms.find(
    ({ area, fi, sv, en }) => area === 'municipalities' && (named(fi) || named(sv) || named(en)),
  );
  return term?.fi[0] ?? municipality;
}
