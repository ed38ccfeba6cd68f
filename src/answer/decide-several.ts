import type { Person, PersonAttribute } from '../domain/people.ts';
import { attributesAsked } from './compose-record.ts';
import { answerFact } from './decide-person.ts';
import type { Composing, Draft } from './draft.ts';
import { isOfPlaces } from './holders.ts';
import type { Intent } from './intents.ts';
import { joinDrafts } from './join-drafts.ts';
import { compileWords } from './word-patterns.ts';

const ofPeople: readonly Intent[] = ['who', 'when', 'start', 'previous', 'education', 'compare', 'post'];

/**
 * Answers what is asked about two people or more, side by side: those named, or the one holder of each post that the question names. "Who
 * starts first?" is answered with the starts of both. Null when fewer than two are meant, or something else is asked of them.
 */
export function decideSeveral(composing: Composing): Draft | null {
  const { question } = composing;
  const compares = question.intents.has('compare') || comparing.test(question.text.toLowerCase());
  const named = question.people.map(({ person }) => person);
  if (named.length === 1 || (named.length > 1 && !compares)) return null;
  if (!compares && !ofPeople.some((intent) => question.intents.has(intent))) return null;
  const people = named.length > 0 ? named : holdersOfEach(composing);
  if (people.length < 2) return null;
  const asked = new Set<PersonAttribute>(attributesAsked(composing));
  const asksOrder = inTime.test(question.text.toLowerCase());
  if (asksOrder) {
    asked.add('start');
    asked.delete('previous');
  }
  asked.add('post');
  const drafts = (asksOrder ? people.toSorted(byStart) : people).flatMap((person) => {
    const fact = person.facts.find(({ attribute }) => asked.has(attribute));
    return fact ? [answerFact(composing, person, fact, [...asked])] : [];
  });
  return drafts.length === people.length ? joinDrafts(drafts) : null;
}

/** The one holder of each post in one city, that of the question where it names one; empty when no city or several have one holder of each. */
function holdersOfEach(composing: Composing): Person[] {
  const { base, question } = composing;
  const posts = question.groups.filter(({ role }) => role === 'post');
  const holders = base.catalogue.people.filter(
    (person) => isOfPlaces(composing, person) && posts.some((post) => base.holdsPost(person, post)),
  );
  const teams = [...Map.groupBy(holders, base.cityOf).values()].flatMap((ofCity) => {
    const each = posts.map((post) => ofCity.filter((person) => base.holdsPost(person, post)));
    const team = [...new Set(each.flat())];
    return each.every((ofPost) => ofPost.length === 1) && team.length === posts.length ? [team] : [];
  });
  return teams.length === 1 ? teams.flat() : [];
}

/** Who starts earlier goes first, where the documents give days of one year or of none. */
function byStart(one: Person, other: Person): number {
  const start = ({ facts }: Person) => facts.find(({ attribute, date }) => attribute === 'start' && date)?.date;
  const [first, second] = [start(one), start(other)];
  if (!first || !second || first.year !== second.year) return 0;
  return (first.month ?? 0) - (second.month ?? 0) || (first.day ?? 0) - (second.day ?? 0);
}

const inTime = compileWords({
  fi: 'ensin | ensimmäisenä | aiemmin | aikaisemmin | ennemmin | myöhemmin',
  sv: 'först | tidigare | senare | före',
  en: 'first | earlier | sooner | later | before',
});

const comparing = compileWords({
  fi: 'kumpi | ensin | aiemmin | aikaisemmin | ennemmin | myöhemmin | sama | samassa | samat | samaa',
  sv: 'vilkendera | vem av | först | tidigare | senare | samma',
  en: 'which of | first | earlier | sooner | later | same',
});
