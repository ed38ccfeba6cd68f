import { helsinkiDay } from '../domain/light.ts';
import type { CompleteCommand } from './command.ts';
import { endingRoles } from './decide-roles.ts';
import type { Decision } from './decision.ts';
import { append, outcome } from './decision.ts';
import { forbidden } from './denial.ts';
import { type Facts, label, nextDigestIn } from './facts.ts';
import type { ListedDigest } from './outcome.ts';

type SettingCommand = Extract<
  CompleteCommand,
  {
    kind:
      | 'ask'
      | 'gaps'
      | 'status'
      | 'export'
      | 'import'
      | 'importConfirm'
      | 'language'
      | 'channel'
      | 'announce'
      | 'away'
      | 'snooze'
      | 'forget';
  }
>;

/** Decides on what concerns no single light. `channel` is where the command was given, null for nowhere. */
export function decideSetting(command: SettingCommand, facts: Facts, channel: string | null): Decision {
  switch (command.kind) {
    case 'language':
      if (command.language === null) {
        return outcome({ kind: 'language', stored: facts.state.users[facts.user]?.language ?? null, changed: false });
      }
      return append({ type: 'userLanguage', user: facts.user, language: command.language });
    case 'away':
      if (command.until !== null && command.until < helsinkiDay(facts.now)) {
        return outcome({ kind: 'pastDate', date: command.until });
      }
      return append({ type: 'away', user: facts.user, until: command.until });
    case 'snooze':
      return append({ type: 'nudgeSnoozed', user: facts.user, until: command.until });
    case 'forget': {
      const event = { type: 'forgotten' as const, user: facts.user };
      return { kind: 'append', event, first: endingRoles(facts.state, facts.user) };
    }
    case 'channel':
      return decideChannel(command, facts, channel);
    case 'announce':
      if (!facts.admin) return outcome(forbidden(facts, 'announce', null, command));
      return append({ type: 'announceChannel', channel: command.channel });
    case 'export':
      return { kind: 'export' };
    case 'importConfirm':
      if (!facts.admin) return outcome(forbidden(facts, 'import', null, { kind: 'import' }));
      return { kind: 'confirmImport', key: command.key };
    case 'import':
      return outcome(facts.admin ? { kind: 'handOver', command } : forbidden(facts, 'import', null, command));
    case 'status':
      return outcome(facts.admin ? { kind: 'handOver', command } : forbidden(facts, 'status', null, command));
    case 'ask':
    case 'gaps':
  }
  return outcome({ kind: 'handOver', command });
}

/** A new programme leaves the channel's language as it is, unless one is named. */
function decideChannel(
  command: Extract<CompleteCommand, { kind: 'channel' }>,
  facts: Facts,
  channel: string | null,
): Decision {
  if (!facts.admin) return outcome(forbidden(facts, 'channel', null, command));
  if (channel === null) return outcome({ kind: 'needsChannel', verb: 'channel' });
  const language = command.language ?? facts.state.channels[channel]?.language ?? null;
  return append({ type: 'channelBound', channel, programme: command.programme, language });
}

type DigestCommand = Extract<
  CompleteCommand,
  { kind: 'digestOn' | 'digestOff' | 'digestPreview' | 'digestNow' | 'digestStatus' }
>;

const defaultTime = { weekday: 'mon', time: '09:00' } as const;

/** Digests are set up by admins; anybody may look. */
export function decideDigest(command: DigestCommand, facts: Facts, channel: string | null): Decision {
  const { digests } = facts.state;
  if (command.kind === 'digestStatus') {
    return outcome({ kind: 'digestStatus', digests: listedDigests(facts) });
  }
  if (command.kind !== 'digestPreview' && !facts.admin) return outcome(forbidden(facts, 'digest', null, command));
  const where = command.channel ?? channel;
  if (where === null) return outcome({ kind: 'needsChannel', verb: 'digest' });
  if (command.kind === 'digestPreview' || command.kind === 'digestNow') {
    return outcome({ kind: 'handOver', command: { ...command, channel: where } });
  }
  if (command.kind === 'digestOn') {
    const { language, filter, skipHolidays } = command;
    const when = command.when ?? defaultTime;
    return append({ type: 'digestOn', channel: where, language, when, filter, skipHolidays });
  }
  if (digests[where] === undefined) return outcome({ kind: 'digestOff', channel: where, wasOn: false });
  return append({ type: 'digestOff', channel: where });
}

/** Every digest that is on, the one that goes out first before the others. */
function listedDigests(facts: Facts): ListedDigest[] {
  const { state } = facts;
  const listed = Object.entries(state.digests).map(([channel, digest]) => ({
    channel,
    ...digest,
    only: digest.filter.goals.map((goal) => label(facts, goal)),
    next: nextDigestIn(facts, channel, digest),
    last: state.digestRuns[channel]?.postedAt ?? null,
    paused: digest.paused !== null,
  }));
  return listed.toSorted((a, b) => (a.next ?? '~').localeCompare(b.next ?? '~'));
}
