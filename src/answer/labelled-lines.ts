import { compileWords } from './word-patterns.ts';

/** "Place: Market Square": lines of a notice that name what they tell. */
const labels: readonly { asked: RegExp; label: RegExp }[] = [
  {
    asked: compileWords({
      fi: 'milloin | mihin aikaan | koska | minä päivänä',
      sv: 'när | vilken dag | vilken tid',
      en: 'when | what time | what date | which day',
    }),
    label: /^(?:aika|ajankohta|milloin|päivä|tid|när|datum|time|when|date)\s?:/iu,
  },
  {
    asked: compileWords({ fi: 'missä | minne | mihin paikkaan', sv: 'var | vart', en: 'where' }),
    label: /^(?:paikka|missä|osoite|plats|var|adress|place|venue|where|location|address)\s?:/iu,
  },
  {
    asked: compileWords({
      fi: 'maksaa | hinta | maksullinen | maksuton',
      sv: 'kostar | pris | priset',
      en: 'cost | costs | price | fee',
    }),
    label: /^(?:hinta|osallistumismaksu|maksu|pris|avgift|price|cost|fee|admission)\s?:/iu,
  },
  {
    asked: compileWords({ fi: 'ilmoittautu* | ilmoittaudu*', sv: 'anmäl*', en: 'register | registration | sign up' }),
    label: /^(?:ilmoittautuminen|ilmoittautumiset|anmälan|anmälningar|registration|sign-up)\s?:/iu,
  },
  {
    asked: compileWords({
      fi: 'järjestää | järjestäjä*',
      sv: 'ordnar | arrangör* | arrangerar',
      en: 'organises | organizes | organiser* | organizer*',
    }),
    label: /^(?:järjestäjät?|arrangör(?:er)?|organisers?|organizers?|organised by)\s?:/iu,
  },
];

/** True for a line that names what it tells, in few words before a colon. */
export function isLabelled(words: string): boolean {
  return labels.some(({ label }) => label.test(words));
}

/** True when a line's label names what the question asks for. */
export function labelAnswers(question: string, words: string): boolean {
  return labels.some(({ asked, label }) => asked.test(question) && label.test(words));
}
