import type { Catalogue } from '../domain/catalogue.ts';
import type { Language } from '../domain/language.ts';
import { helsinkiDay } from '../domain/light.ts';
import type { CompleteCommand, Verb } from '../status/command.ts';
import { fi } from '../texts/fi.ts';
import { textsIn } from '../texts/texts.ts';
import { documentStateOf } from './document-state.ts';
import type { StatusView } from './views/status-message.ts';

export type CommandKind = CompleteCommand['kind'];

/** The subcommands that need a part besides the lights' service, and the command by which that part is known. */
const handedOver: Partial<Record<Verb, CommandKind>> = {
  edit: 'edit',
  ask: 'ask',
  gaps: 'gaps',
  status: 'status',
  digest: 'digestPreview',
  export: 'export',
  import: 'import',
};

/** The subcommands in use, in the order of help, when these kinds of commands have a part that carries them out. */
export function verbsInUse(carriedOut: readonly CommandKind[]): Verb[] {
  return Object.keys(fi.lights.help.verbs).filter((verb): verb is Verb => {
    if (!isVerb(verb)) return false;
    const kind = handedOver[verb];
    return kind === undefined || carriedOut.includes(kind);
  });
}

function isVerb(word: string): word is Verb {
  return word in fi.lights.help.verbs;
}

/** How `/lv` outcomes are shown in a language; `carriedOut` as for `verbsInUse`. */
export function createStatusView(
  language: Language,
  { catalogue, now }: { catalogue: () => Catalogue; now: () => Date },
  carriedOut: readonly CommandKind[],
): StatusView {
  return {
    language,
    texts: textsIn(language),
    documentState: (target) => documentStateOf(catalogue(), target, helsinkiDay(now())),
    programmeTitle: (id) => catalogue().programmes.find((programme) => programme.id === id)?.title ?? id,
    verbs: verbsInUse(carriedOut),
  };
}
