import type { Light, Target } from '../domain/light.ts';
import { lights } from '../domain/light.ts';
import type { Command, CompleteCommand, Suggestion } from './command.ts';
import type { Facts } from './facts.ts';
import { label } from './facts.ts';
import { formatCommand } from './format-command.ts';
import type { StatusOutcome } from './outcome.ts';

type ProblemCommand = Exclude<Command, CompleteCommand>;

/** What a command that cannot run comes back as: its targets with their labels, and choices where few are possible. */
export function problemOutcome(command: ProblemCommand, facts: Facts): StatusOutcome {
  switch (command.kind) {
    case 'unknownTarget':
      return { ...command, nearest: command.nearest.map((target) => label(facts, target)) };
    case 'unknownLight': {
      const { word, target, comment } = command;
      return {
        kind: 'unknownLight',
        word,
        target: label(facts, target),
        choices: lightChoices(facts, target, comment),
      };
    }
    case 'missing': {
      const target = command.target && label(facts, command.target);
      const choices =
        command.part === 'light' && command.target !== null ? lightChoices(facts, command.target, null) : [];
      return { ...command, target, choices };
    }
    case 'ambiguous':
      return { ...command, choices: command.choices.map((choice) => ({ ...choice, target: targetOf(choice, facts) })) };
    case 'unclear':
    case 'tooLong':
  }
  return command;
}

function lightChoices(facts: Facts, target: Target, comment: string | null): Suggestion[] {
  return lights.map((light: Light) => {
    const command = { kind: 'set' as const, target, light, comment };
    return { text: formatCommand(command, facts), command };
  });
}

function targetOf({ command }: Suggestion, facts: Facts) {
  return 'target' in command && command.target !== null ? label(facts, command.target) : null;
}
