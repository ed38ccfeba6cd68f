import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A new folder of its own, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'valo-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The path of a script beside the tests that runs as a process of its own. */
export function childScript(name: string): string {
  return fileURLToPath(new URL(`children/${name}.ts`, import.meta.url));
}

/** A child process with the lines of its standard output, which can be awaited one at a time. */
export type Child = {
  process: ChildProcess;
  lines: string[];
  /** Resolves with the next line that has not been read; rejects when the process ends first. */
  nextLine: () => Promise<string>;
  ended: Promise<number | null>;
};

/** Starts a process; its standard error comes along when a line is waited for in vain. */
export function startChild(command: string, args: readonly string[]): Child {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let read = 0;
  let rest = '';
  let errors = '';
  let over = false;
  let wake: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      wake();
      resolve(code);
    });
  });
  async function nextLine(): Promise<string> {
    for (;;) {
      const line = lines[read];
      if (line !== undefined) {
        read += 1;
        return line;
      }
      if (over) throw new Error(`the process ended: ${errors}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return { process: child, lines, nextLine, ended };
}
