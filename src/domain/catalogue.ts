import type { KnownEvent } from './event.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { Localized } from './language.ts';
import type { Organisation } from './organisation.ts';
import type { Passage } from './passage.ts';
import type { Person } from './people.ts';
import type { Programme, ProgrammeKnowledge } from './programme.ts';
import type { Source } from './source.ts';
import type { Term } from './term.ts';
import type { Wording } from './wording.ts';

/** Everything Valo knows from its documents and curated knowledge at one moment. */
export type Catalogue = {
  sources: readonly Source[];
  passages: readonly Passage[];
  /** Current programmes; an older table of the same programme is in `supersededProgrammes`. */
  programmes: readonly Programme[];
  supersededProgrammes: readonly Programme[];
  programmeKnowledge: readonly ProgrammeKnowledge[];
  people: readonly Person[];
  organisations: readonly Organisation[];
  events: readonly KnownEvent[];
  glossary: readonly GlossaryEntry[];
  terms: readonly Term[];
  /** How people ask about what the documents say, and about what they do not. */
  wordings: readonly Wording[];
  /** What each light means, in three languages. */
  legend: Readonly<Record<'green' | 'yellow' | 'red' | 'grey', Localized>>;
};
