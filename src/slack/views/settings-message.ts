import type { DigestSetting, StatusOutcome } from '../../status/outcome.ts';
import { formatDay, formatList } from '../../texts/dates.ts';
import { commandWords, targetNumber, type ViewLanguage } from './light-words.ts';
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
      | 'digestLater'
      | 'awaySet'
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
      return [digestWords(outcome, view), ...(outcome.runs ? [] : [settings.digestWaits])];
    case 'digestStatus':
      return [
        ...(outcome.digests.length === 0
          ? [[settings.digestNone, ' ', commandWords('digest on #…')]]
          : outcome.digests.slice(0, shownDigests).map((digest) => digestWords(digest, view))),
        ...(outcome.runs ? [] : [settings.digestLater]),
      ];
    case 'digestLater':
      return [settings.digestLater];
    case 'digestOff':
      return [fill(outcome.wasOn ? settings.digestOff : settings.digestWasOff, { channel: channel(outcome.channel) })];
    case 'awaySet':
      return [
        outcome.until === null ? settings.back : fill(settings.away, { date: formatDay(outcome.until, view.language) }),
      ];
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

function digestWords({ channel: to, when }: Pick<DigestSetting, 'channel' | 'when'>, { texts }: ViewLanguage): Words {
  const { settings } = texts.lights;
  const weekday = settings.weekdays[when.weekday];
  return fill(settings.digestOn, { channel: channel(to), weekday, time: when.time });
}
