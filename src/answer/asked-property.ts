import { isYesNo } from './intents.ts';
import { asksMoney, hasMoney } from './sentence-type.ts';
import { compileWords } from './word-patterns.ts';

type Property = { asked: RegExp; answers: RegExp };

/** Properties that only words of one shape can answer: an address, opening hours, an e-mail address, a telephone number. */
const properties: readonly Property[] = [
  {
    asked: compileWords({
      fi: 'mihin aikaan | mihin kellonaikaan',
      sv: 'vilken tid | vilket klockslag',
      en: 'what time',
    }),
    answers: /\b(?:klo|kello|kl\.?)\s?\d|\b\d{1,2}[.:]\d{2}\b(?!\.?\d)/u,
  },
  {
    asked: compileWords({
      fi: 'osoite | osoitteessa | osoitteesta | katuosoite* | käyntiosoite*',
      sv: 'adress* | gatuadress* | besöksadress*',
      en: 'address | street address',
    }),
    answers:
      /\p{Ll}(?:katu|katu\p{Ll}+|tie|tiellä|gatan|vägen|gränd|esplanad\p{Ll}*)\s?\d*|\b\d{5}\s\p{Lu}|\b\d+\s\p{Lu}\p{Ll}+\s(?:Street|Road|Avenue)\b|https?:/u,
  },
  {
    asked: compileWords({
      fi: 'aukiolo*',
      sv: 'öppettid*',
      en: 'opening hours | opening times',
    }),
    answers: /\b(?:klo|kello|kl\.?|at)\s?\d|\b\d{1,2}(?:[.:]\d{2})?\s?[–-]\s?\d{1,2}(?:[.:]\d{2})?\b/u,
  },
  {
    asked: compileWords({ fi: 'sähköposti*', sv: 'e-post* | epost* | mejl*', en: 'e-mail* | email*' }),
    answers: /\S(?:@|\(at\))\S/u,
  },
  {
    asked: compileWords({ fi: 'puhelin* | puhelinnumero*', sv: 'telefon* | telefonnummer', en: 'phone* | telephone*' }),
    answers: /\+?\d[\d\s-]{6,}\d/u,
  },
];

/** True when the question asks for a property that none of the words can be. */
export function lacksProperty(question: string, words: string): boolean {
  const folded = question.toLowerCase();
  if (asksMoney(question) && !isYesNo(question) && !hasMoney(words)) return true;
  return properties.some(({ asked, answers }) => asked.test(folded) && !answers.test(words));
}
