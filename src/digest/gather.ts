import type { Gap, GapTopic } from '../conversation/gaps.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Language, Localized } from '../domain/language.ts';
import { helsinkiDay, type Target, targetKey } from '../domain/light.ts';
import type { Entry } from '../status/events.ts';
import type { StatusState } from '../status/state.ts';
import type { StatusStore } from '../status/store.ts';
import type { TargetDirectory } from '../status/targets.ts';
import type { LookUpUser } from '../status/user-lookup.ts';
import { composeDigest } from './compose.ts';
import type { ComposeDigest, DigestRun, PreviewDigest } from './post.ts';
import type { DigestFacts, Timetabled } from './scene.ts';
import { isoWeek } from './weeks.ts';

type GatherDeps = {
  store: Pick<StatusStore, 'state' | 'history'>;
  catalogue: () => Catalogue;
  directory: () => TargetDirectory;
  gaps: (since: Date, until: Date) => readonly Gap[];
  lookUpUser: LookUpUser;
  /** The language where neither the digest nor its channel has one. */
  defaultLanguage: Language;
};

const keptMs = 60_000;
const weekMs = 7 * 24 * 60 * 60 * 1000;
const everything = { lights: [], programme: null, goals: [], mine: false };

/** Gathers what a digest rests on and composes it. The first digest of a channel tells of the last seven days. */
export function createDigests(deps: GatherDeps & { now: () => Date }): {
  composeDigest: ComposeDigest;
  previewDigest: PreviewDigest;
} {
  const readEntries = createEntryReader(deps.store);
  const compose: ComposeDigest = async (run, language) => composeDigest(await gather(deps, run, readEntries, language));
  return {
    composeDigest: compose,
    previewDigest: async (channel) => {
      const at = deps.now();
      const since = (await deps.store.state()).digestRuns[channel]?.postedAt ?? null;
      return compose({ channel, week: isoWeek(helsinkiDay(at)), at, since });
    },
  };
}

type ReadEntries = (state: StatusState) => Promise<readonly Entry[]>;

/**
 * The whole history, oldest entry first. One run composes the digests of many channels: what was read is used again for a
 * minute, as long as nothing has come to it and nobody was forgotten in it.
 */
function createEntryReader(store: GatherDeps['store']): ReadEntries {
  let kept: { key: string; entries: readonly Entry[] } | null = null;
  let drop: NodeJS.Timeout | undefined;
  return async ({ forgotten }) => {
    const { entries: latest, total } = await store.history({ target: null, limit: 1 });
    const key = [latest[0]?.seq, total, ...forgotten].join(' ');
    if (kept?.key === key) return kept.entries;
    const { entries: newestFirst } = await store.history({ target: null });
    const entries = newestFirst.toReversed();
    kept = { key, entries };
    clearTimeout(drop);
    drop = setTimeout(() => (kept = null), keptMs).unref();
    return entries;
  };
}

async function gather(
  deps: GatherDeps,
  run: DigestRun,
  readEntries: ReadEntries,
  language?: Language,
): Promise<DigestFacts> {
  const { channel, week, at } = run;
  const state = await deps.store.state();
  const catalogue = deps.catalogue();
  const bound = state.channels[channel];
  const digest = state.digests[channel];
  const since = run.since === null ? new Date(at.getTime() - weekMs) : new Date(run.since);
  return {
    channel,
    week,
    at: at.toISOString(),
    since: since.toISOString(),
    language: language ?? digest?.language ?? bound?.language ?? deps.defaultLanguage,
    entries: await readEntries(state),
    directory: deps.directory(),
    programme: bound?.programme ?? null,
    filter: digest?.filter ?? everything,
    programmes: programmesOf(catalogue),
    timetables: timetablesOf(catalogue),
    inactive: await inactiveOwners(state, deps.lookUpUser),
    gaps: deps.gaps(since, at).map((gap) => namedGap(gap, catalogue, deps.directory())),
  };
}

/** A programme goes by its city: its own name would fill a heading. */
function programmesOf({ programmes, terms }: Catalogue): DigestFacts['programmes'] {
  return programmes.map(({ id, city, followUp }) => {
    const town = terms.find(({ area, fi }) => area === 'municipalities' && fi.includes(city));
    const name = { fi: city, sv: town?.sv[0] ?? city, en: town?.en[0] ?? city };
    return { id, name, followUp: followUp?.to ?? null };
  });
}

/** The last years of the documents' timetables, by target key. */
export function timetablesOf({ programmes }: Catalogue): Map<string, Timetabled> {
  const measures = programmes.flatMap(({ id: programme, goals }) =>
    goals.flatMap((goal) => goal.measures.map(({ id, timetable }) => ({ target: { programme, id }, timetable }))),
  );
  return new Map(measures.map(({ target, timetable: { end } }) => [targetKey(target), { end }]));
}

/** Owners of whom Slack says that their account is deactivated; where it says nothing, they are taken to be there. */
async function inactiveOwners(state: StatusState, lookUpUser: LookUpUser): Promise<ReadonlySet<string>> {
  const owners = [...new Set(Object.values(state.targets).flatMap((target) => target.owners))];
  const known = await Promise.all(owners.map(async (user) => ({ user, standing: await lookUpUser(user) })));
  return new Set(known.flatMap(({ user, standing }) => (standing?.active === false ? [user] : [])));
}

function namedGap(
  { topic, count, examples }: Gap,
  catalogue: Catalogue,
  directory: TargetDirectory,
): DigestFacts['gaps'][number] {
  const target = topic.kind === 'target' ? topic.target : null;
  const words = topic.kind === 'words';
  return {
    target,
    name: nameOf(topic, catalogue, directory),
    count,
    // A topic that is the words of its question needs no example.
    example: words ? null : (examples[0] ?? null),
  };
}

function nameOf(topic: GapTopic, catalogue: Catalogue, directory: TargetDirectory): Localized {
  const same = (text: string): Localized => ({ fi: text, sv: text, en: text });
  switch (topic.kind) {
    case 'target':
      return namesOfTarget(topic.target, directory) ?? same(topic.target.id);
    case 'person':
      return same(catalogue.people.find(({ id }) => id === topic.id)?.name ?? topic.id);
    case 'organisation':
      return catalogue.organisations.find(({ id }) => id === topic.id)?.name ?? same(topic.id);
    case 'event':
      return catalogue.events.find(({ id }) => id === topic.id)?.name ?? same(topic.id);
    case 'words':
      return same(topic.text);
  }
}

function namesOfTarget(target: Target, { targets }: TargetDirectory): Localized | undefined {
  return targets.find((known) => targetKey(known.target) === targetKey(target))?.names;
}
