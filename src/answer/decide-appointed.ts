import type { Person, PersonFact } from '../domain/people.ts';
import { composePerson } from './compose-record.ts';
import type { Composing, Draft } from './draft.ts';
import { joinDrafts } from './join-drafts.ts';
import type { Ranked } from './rank.ts';
import { compileWords } from './word-patterns.ts';

/** What ranks first must hold this share of the question to say which document's appointments are meant. */
const enough = 0.5;

/** Answers "who were chosen?" with all whom the document appoints; null when that is not asked or it appoints fewer than two. */
export function decideAppointed(composing: Composing, ranked: readonly Ranked[]): Draft | null {
  const { question, base } = composing;
  const folded = question.text.toLowerCase();
  const [top] = ranked;
  if (!top || top.coverage < enough || question.people.length > 0) return null;
  if (!askedForSeveral.test(folded) || !appoints.test(folded)) return null;
  if (question.places.length > 0 && !top.unit.cities.some((city) => question.places.includes(city))) return null;
  const lines = base.catalogue.passages.filter(({ source, text }) => source === top.unit.source && appoints.test(text));
  const appointed = base.catalogue.people.flatMap((person) => {
    const post = postIn(person, top.unit.source);
    const surname = person.name.split(' ').at(-1) ?? '';
    return post && lines.some(({ text }) => text.includes(surname.slice(0, -2))) ? [{ person, post }] : [];
  });
  if (appointed.length < 2) return null;
  return joinDrafts(appointed.map(({ person, post }) => composePerson(composing, person, post, ['post'])));
}

function postIn({ facts }: Person, source: string): PersonFact | undefined {
  return facts.find(({ attribute, evidence }) => attribute === 'post' && evidence.source === source);
}

const askedForSeveral = compileWords({
  fi: 'ketkä | keitä',
  sv: 'vilka valdes | vilka har … valts | vilka valts | vilka utsågs | vilka utnämndes | vilka har … utsetts | vilka personer | vilka chefer | vilka direktörer',
  en: 'who were | who have been | who are the new | which people | which managers | which directors',
});

const appoints = compileWords({
  fi: 'valittiin | valittu | valinnut | valitsi | nimitettiin | nimitetty | nimitti | nimittänyt',
  sv: 'valdes | valts | vald | valde | valt | utsågs | utsetts | utsett | utsåg | utnämndes | utnämnts | utnämnt | utnämnde',
  en: 'chosen | chose | elected | appointed | selected | named',
});
