import type { ListedDigest, StatusOutcome } from '../../status/outcome.ts';
import { formatClock, formatDay, formatList } from '../../texts/dates.ts';
import { commandWords, instantWords, lightWords, targetNumber, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { channel, fill, fillText, line, richText, type Words } from './rich-text.ts';
import type { StatusView } from './status-message.ts';

export type SettingsOutcome = Extract<
  StatusOutcome,
  {
    kind:
      | 'language'
      | 'channelBound'
      | 'announceSet'
      | 'digestOn'
      | 'digestOff'
      | 'digestStatus'
      | 'awaySet'
      | 'snoozed'
      | 'forgotten'
      | 'storeFull'
      | 'storeReadOnly'
      | 'storeFailed';
  }
>;

type SettingsView = ViewLanguage & Pick<StatusView, 'programmeTitle'>;

const shownDigests = 50;
const shownTargets = 20;

/** A few sentences that confirm a setting, or say why nothing was kept. */
export function buildSettingsMessage(outcome: SettingsOutcome, view: SettingsView): SlackMessage {
  return toMessage([richText(...settingsLines(outcome, view).map((words) => line(words)))]);
}

function settingsLines(outcome: SettingsOutcome, view: SettingsView): Words[] {
  const { settings, problem } = view.texts.lights;
  switch (outcome.kind) {
    case 'language':
      return [languageWords(outcome, view)];
    case 'channelBound':
      return [
        outcome.programme === null
          ? settings.channelAll
          : fill(settings.channelBound, { programme: view.programmeTitle(outcome.programme) }),
        ...(outcome.language === null
          ? []
          : [fill(settings.channelLanguage, { language: settings.languageNames[outcome.language] })]),
      ];
    case 'announceSet':
      return [
        outcome.channel === null
          ? settings.announceOff
          : fill(settings.announceOn, { channel: channel(outcome.channel) }),
      ];
    case 'digestOn':
      return [
        ...digestLines({ ...outcome, last: null, paused: false }, view),
        [settings.digestTry, ' ', commandWords('digest preview')],
      ];
    case 'digestStatus':
      return outcome.digests.length === 0
        ? [[settings.digestNone, ' ', commandWords('digest on #…')]]
        : outcome.digests.slice(0, shownDigests).flatMap((digest) => digestLines(digest, view));
    case 'digestOff':
      return [fill(outcome.wasOn ? settings.digestOff : settings.digestWasOff, { channel: channel(outcome.channel) })];
    case 'awaySet':
      return [
        outcome.until === null ? settings.back : fill(settings.away, { date: formatDay(outcome.until, view.language) }),
      ];
    case 'snoozed': {
      const { nudge } = view.texts;
      if (outcome.until === null) return [nudge.unsnoozed];
      return [fillText(nudge.snoozed, { date: formatDay(outcome.until, view.language) })];
    }
    case 'forgotten': {
      const targets = outcome.ended.slice(0, shownTargets).map((target) => targetNumber(target, view));
      const ended = fillText(settings.forgottenRoles, { targets: formatList(targets, view.language) });
      return [settings.forgotten, ...(targets.length === 0 ? [] : [ended])];
    }
    case 'storeFull':
    case 'storeReadOnly':
    case 'storeFailed':
      return [problem[outcome.kind]];
  }
}

function languageWords(outcome: Extract<SettingsOutcome, { kind: 'language' }>, { texts }: ViewLanguage): Words {
  const { settings } = texts.lights;
  if (outcome.changed) return settings.languageSet;
  if (outcome.stored === null) return settings.languageFromProfile;
  return fill(settings.languageStored, { language: settings.languageNames[outcome.stored] });
}

/** Where and when, then in one line how, and in one when next and when last. */
function digestLines(digest: Omit<ListedDigest, 'by'>, view: SettingsView): Words[] {
  const { settings } = view.texts.lights;
  const { when, language, skipHolidays } = digest;
  const weekday = settings.weekdays[when.weekday];
  const only = filterWords(digest, view);
  const how = [
    ...(language === null ? [] : [fillText(settings.digestLanguage, { language: settings.languageNames[language] })]),
    ...(only === '' ? [] : [fillText(settings.digestOnly, { what: only })]),
    ...(skipHolidays ? [settings.digestHolidays] : []),
  ];
  return [
    fill(settings.digestOn, { channel: channel(digest.channel), weekday, time: formatClock(when.time, view.language) }),
    ...(how.length === 0 ? [] : [how.join(' · ')]),
    ...timesLine(digest, view),
  ];
}

function timesLine(
  { next, last, paused }: Pick<ListedDigest, 'next' | 'last' | 'paused'>,
  view: ViewLanguage,
): Words[] {
  const { settings } = view.texts.lights;
  if (paused) return [settings.digestPaused];
  const times = [
    ...(next === null ? [] : [fillText(settings.digestNext, { when: instantWords(next, view) })]),
    ...(last === null ? [] : [fillText(settings.digestLast, { when: instantWords(last, view) })]),
  ];
  return times.length === 0 ? [] : [times.join(' · ')];
}

/** What a digest is narrowed to: a programme, goals, lights; empty for everything. */
function filterWords(
  { filter: { programme, lights }, only }: Pick<ListedDigest, 'filter' | 'only'>,
  view: SettingsView,
): string {
  return [
    ...(programme === null ? [] : [view.programmeTitle(programme)]),
    ...only.slice(0, shownTargets).map((target) => targetNumber(target, view)),
    ...lights.map((light) => lightWords(light, view)),
  ].join(', ');
}
