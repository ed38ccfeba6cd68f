import type { Target } from '../domain/light.ts';
import type { BoardFilter, CompleteCommand } from './command.ts';
import type { CommandContext } from './target-words.ts';
import { labelOf } from './targets.ts';

/** A command as the text after `/lv` that means it in this context; read again, it gives the same command. */
export function formatCommand(command: CompleteCommand, context: CommandContext): string {
  const label = (target: Target) => labelOf(context.directory, target, context.programme).label;
  const join = (...parts: (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' ');
  switch (command.kind) {
    case 'help':
      return join('help', command.topic);
    case 'set':
      return join('set', label(command.target), command.light, command.comment);
    case 'edit':
    case 'show':
      return join(command.kind, label(command.target));
    case 'list':
      return join('list', formatFilter(command.filter, label));
    case 'history':
    case 'undo':
      return join(command.kind, command.target && label(command.target));
    case 'owners':
      return join('owner', label(command.target));
    case 'ownerAdd':
      return join('owner add', label(command.target), mention(command.user));
    case 'ownerRemove':
      return join('owner remove', label(command.target), mention(command.user));
    case 'delegateAdd':
      return join('delegate', label(command.target), mention(command.user), 'until', command.until);
    case 'delegateRemove':
      return join('delegate remove', label(command.target), mention(command.user));
    case 'ask':
      return join('ask', command.question);
    case 'digestOn': {
      const { channel, language, when, filter, skipHolidays } = command;
      const only = formatFilter(filter, label);
      const time = when && `${when.weekday} ${when.time}`;
      const holidays = skipHolidays ? 'skip-holidays' : null;
      return join('digest on', channel && `<#${channel}>`, language, time, holidays, only && `only ${only}`);
    }
    case 'digestOff':
      return join('digest off', command.channel && `<#${command.channel}>`);
    case 'digestPreview':
      return join('digest preview', command.channel && `<#${command.channel}>`);
    case 'digestNow':
      return join('digest now', command.channel && `<#${command.channel}>`);
    case 'digestStatus':
      return 'digest status';
    case 'language':
      return join('language', command.language);
    case 'channel':
      return join('channel', command.programme ?? 'all', command.language);
    case 'announce':
      return join('announce', command.channel === null ? 'off' : `<#${command.channel}>`);
    case 'away':
      return join('away', command.until === null ? 'off' : `until ${command.until}`);
    case 'forget':
      return 'forget me';
    case 'importConfirm':
      return join('import confirm', command.key);
    case 'giveUp':
    case 'takeBack':
      return join('owner', label(command.target));
    case 'snooze':
      return 'list mine';
    case 'gaps':
    case 'status':
    case 'export':
    case 'import':
  }
  return command.kind;
}

function mention(user: string): string {
  return `<@${user}>`;
}

function formatFilter(filter: BoardFilter, label: (target: Target) => string): string {
  const mine = filter.mine ? ['mine'] : [];
  const programme = filter.programme === null ? [] : [filter.programme];
  return [...programme, ...filter.goals.map(label), ...filter.lights, ...mine].join(' ');
}
