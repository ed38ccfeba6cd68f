import type { Target } from '../../domain/light.ts';
import type { Verb } from '../../status/command.ts';
import type { StatusOutcome } from '../../status/outcome.ts';
import type { DocumentState } from '../document-state.ts';
import { buildBoardMessage } from './board-message.ts';
import { buildHelpMessage } from './help-message.ts';
import { buildHistoryMessage } from './history-message.ts';
import { buildExportedMessage } from './exported-message.ts';
import { buildImportMessage } from './import-message.ts';
import type { ViewLanguage } from './light-words.ts';
import type { SlackMessage } from './message.ts';
import {
  buildAmbiguousMessage,
  buildMissingMessage,
  buildNeedsChannelMessage,
  buildPastDateMessage,
  buildTooLongMessage,
  buildUnclearMessage,
  buildUnknownLightMessage,
  buildUnknownTargetMessage,
} from './problem-message.ts';
import { buildForbiddenMessage, buildOwnersMessage, buildRolesChangedMessage } from './role-message.ts';
import {
  buildNeedsCommentMessage,
  buildNothingToUndoMessage,
  buildOvertakenMessage,
  buildSetMessage,
  buildUndoneMessage,
} from './set-message.ts';
import { buildSettingsMessage } from './settings-message.ts';
import { buildTargetMessage } from './target-message.ts';

/** What the views of `/lv` need to know besides the outcome. */
export type StatusView = ViewLanguage & {
  documentState: (target: Target) => DocumentState | null;
  /** A programme's title; the id of one that is no longer known. */
  programmeTitle: (id: string) => string;
  /** The subcommands in use, in the order of help. */
  verbs: readonly Verb[];
};

/** Every outcome but the one that another part carries out. */
export type ShownOutcome = Exclude<StatusOutcome, { kind: 'handOver' }>;

/** The message for what became of a `/lv` command. */
export function buildStatusMessage(outcome: ShownOutcome, view: StatusView): SlackMessage {
  switch (outcome.kind) {
    case 'help':
      return buildHelpMessage(outcome, view.verbs, view);
    case 'set':
      return buildSetMessage(outcome, view);
    case 'undone':
      return buildUndoneMessage(outcome, view);
    case 'nothingToUndo':
      return buildNothingToUndoMessage(outcome, view);
    case 'overtaken':
      return buildOvertakenMessage(outcome, view);
    case 'needsComment':
      return buildNeedsCommentMessage(outcome, view, view.verbs.includes('edit'));
    case 'forbidden':
      return buildForbiddenMessage(outcome, view);
    case 'owners':
      return buildOwnersMessage(outcome, view);
    case 'rolesChanged':
      return buildRolesChangedMessage(outcome, view);
    case 'shown':
      return buildTargetMessage(outcome, view.documentState(outcome.target.target), view);
    case 'board':
      return buildBoardMessage(outcome, view);
    case 'history':
      return buildHistoryMessage(outcome, view);
    case 'unclear':
      return buildUnclearMessage(outcome, view);
    case 'unknownTarget':
      return buildUnknownTargetMessage(outcome, view);
    case 'unknownLight':
      return buildUnknownLightMessage(outcome, view);
    case 'ambiguous':
      return buildAmbiguousMessage(outcome, view);
    case 'missing':
      return buildMissingMessage(outcome, view);
    case 'tooLong':
      return buildTooLongMessage(outcome, view);
    case 'pastDate':
      return buildPastDateMessage(outcome, view);
    case 'needsChannel':
      return buildNeedsChannelMessage(outcome, view);
    case 'exported':
      return buildExportedMessage(outcome, view);
    case 'importPreview':
    case 'importUnreadable':
    case 'imported':
    case 'importUnknown':
      return buildImportMessage(outcome, view);
    default:
      return buildSettingsMessage(outcome, view);
  }
}
