import { mentionsIntent } from './intents.ts';
import type { Group } from './groups.ts';
import type { Understanding } from './understand.ts';

/** What is asked of a person. */
export const personIntents = ['who', 'education', 'previous', 'start', 'post', 'duty', 'contact'] as const;

/** Words that say only that a post is of some city or area. */
const ofAnyPost: ReadonlySet<string> = new Set(['region-area', 'city', 'municipality', 'unit', 'work-job']);

/** Words that a fact about a person need not repeat: "new", "the region's", and those that say what is asked. */
export function isLight({ intents }: Understanding, { terms, surface }: Group): boolean {
  if (terms.some(({ area, id }) => lightAreas.has(area) || ofAnyPost.has(id))) return true;
  return personIntents.some((intent) => intents.has(intent) && mentionsIntent(intent, surface.toLowerCase()));
}

const lightAreas: ReadonlySet<string> = new Set(['everyday', 'time-and-numbers', 'questions', 'asking']);
