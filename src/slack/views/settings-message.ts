import type { StatusOutcome } from '../../status/outcome.ts';
import { formatDay } from '../../texts/dates.ts';
import type { ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { channel, fill, line, richText, type Words } from './rich-text.ts';

export type SettingsOutcome = Extract<
  StatusOutcome,
  {
    kind:
      | 'language'
      | 'channelBound'
      | 'announceSet'
      | 'digestOn'
      | 'digestOff'
      | 'awaySet'
      | 'forgotten'
      | 'storeFull'
      | 'storeReadOnly'
      | 'storeFailed';
  }
>;

/** One or two sentences that confirm a setting, or say why nothing was kept. */
export function buildSettingsMessage(outcome: SettingsOutcome, view: ViewLanguage): SlackMessage {
  return toMessage([richText(...settingsLines(outcome, view).map((words) => line(words)))]);
}

function settingsLines(outcome: SettingsOutcome, view: ViewLanguage): Words[] {
  const { settings, problem } = view.texts.lights;
  switch (outcome.kind) {
    case 'language':
      return [languageWords(outcome, view)];
    case 'channelBound':
      return [
        outcome.programme === null
          ? settings.channelAll
          : fill(settings.channelBound, { programme: outcome.programme }),
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
        fill(settings.digestOn, {
          channel: channel(outcome.channel),
          weekday: settings.weekdays[outcome.when.weekday],
          time: outcome.when.time,
        }),
      ];
    case 'digestOff':
      return [fill(outcome.wasOn ? settings.digestOff : settings.digestWasOff, { channel: channel(outcome.channel) })];
    case 'awaySet':
      return [
        outcome.until === null ? settings.back : fill(settings.away, { date: formatDay(outcome.until, view.language) }),
      ];
    case 'forgotten':
      return [settings.forgotten];
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
