import { createHash } from 'node:crypto';
import type { Language } from '../domain/language.ts';
import { formatCommand } from './format-command.ts';
import type { Entry } from './events.ts';
import type { Facts } from './facts.ts';
import type { FindUsers } from './import-people.ts';
import { resolvePeople } from './import-people.ts';
import type { PlannedLine } from './import-plan.ts';
import { planImport } from './import-plan.ts';
import { readImport } from './import-read.ts';
import type { ImportLine, StatusOutcome } from './outcome.ts';
import type { AppendResult, StatusStore } from './store.ts';

type ImportDeps = {
  store: Pick<StatusStore, 'append'>;
  findUsers: FindUsers;
  /** Told of each light that was kept. */
  noteChange: (entry: Entry) => void;
  /** What is to be said when the store refuses. */
  refused: (result: AppendResult) => StatusOutcome;
};

type Imports = {
  /** What a file would change. Nothing is kept of it but in memory. */
  preview: (
    file: Uint8Array | string,
    facts: Facts,
    given: { language: Language; nameOf: (user: string) => string | null },
  ) => Promise<StatusOutcome>;
  /** Carries a preview out: each line once, however often this is asked. */
  confirm: (key: string, facts: Facts) => Promise<StatusOutcome>;
};

/** How long a preview can be confirmed. */
const confirmWithinMs = 30 * 60_000;
/** Most previews kept at a time; the oldest goes first. */
const mostPreviews = 20;

/** Imports in two steps: a preview changes nothing, and only its own confirmation applies it. */
export function createImports(deps: ImportDeps): Imports {
  const previews = new Map<string, { lines: readonly PlannedLine[]; until: number }>();

  function keep(key: string, lines: readonly PlannedLine[], now: Date): void {
    previews.delete(key);
    const [oldest] = previews.keys();
    if (previews.size >= mostPreviews && oldest !== undefined) previews.delete(oldest);
    previews.set(key, { lines, until: now.getTime() + confirmWithinMs });
  }

  return {
    preview: async (content, facts, { language, nameOf }) => {
      const file = readImport(content, language);
      if (file.kind === 'importUnreadable') return file;
      const people = await resolvePeople(file, deps.findUsers);
      const lines = planImport(file, { facts, people, style: { nameOf } });
      const telling = lines.filter(({ changes, problems }) => changes.length + problems.length > 0);
      const applied = telling.filter(({ events }) => events.length > 0);
      // The same file on the same lights has the same key, so that it is applied once.
      const key = keyOf(facts.state.seq, applied);
      if (applied.length > 0) keep(key, applied, facts.now);
      const command = { kind: 'importConfirm' as const, key };
      return {
        kind: 'importPreview',
        lines: telling.map(shown),
        unchanged: lines.length - telling.length,
        ignoredColumns: file.ignoredColumns,
        confirm: applied.length === 0 ? null : { text: formatCommand(command, facts), command },
      };
    },
    confirm: async (key, facts) => {
      const preview = previews.get(key);
      if (preview === undefined || preview.until <= facts.now.getTime()) return { kind: 'importUnknown', key };
      return apply(deps, key, preview.lines, facts);
    },
  };
}

function keyOf(seq: number, lines: readonly PlannedLine[]): string {
  const events = lines.map(({ line, events: planned }) => ({ line, planned }));
  return createHash('sha256')
    .update(JSON.stringify([seq, events]))
    .digest('hex')
    .slice(0, 12);
}

function shown({ line, target, changes, problems }: PlannedLine): ImportLine {
  return { line, target, changes, problems };
}

async function apply(
  deps: ImportDeps,
  key: string,
  lines: readonly PlannedLine[],
  facts: Facts,
): Promise<StatusOutcome> {
  const at = facts.now.toISOString();
  const requests = lines.flatMap((planned) =>
    planned.events.map((event, index) => ({
      planned,
      request: {
        event,
        key: `import:${key}:${planned.line}:${index}`,
        actor: facts.user,
        at,
        ifLatest: event.type === 'light' ? planned.ifLatest : undefined,
      },
    })),
  );
  const results = await Promise.all(
    requests.map(async ({ planned, request }) => ({ planned, result: await deps.store.append(request) })),
  );
  for (const { result } of results) if (result.kind === 'acknowledged') deps.noteChange(result.entry);
  // What was kept before the store refused stays; confirming again adds the rest.
  const refusal = results.find(({ result }) => 'message' in result);
  if (refusal !== undefined) return deps.refused(refusal.result);
  const split = (overtaken: boolean) =>
    lines.flatMap((line) => {
      const own = results.filter(({ planned }) => planned === line);
      const changes = line.changes.filter((_, at) => (own[at]?.result.kind === 'overtaken') === overtaken);
      return changes.length === 0 ? [] : [{ ...shown(line), changes }];
    });
  return {
    kind: 'imported',
    lines: split(false),
    overtaken: split(true),
    repeated: results.every(({ result }) => result.kind === 'duplicate'),
  };
}
