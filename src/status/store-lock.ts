import { chmodSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { openFailure, StoreError } from './store-error.ts';

type StoreLock = { release: () => void };

const holderSchema = z.object({ pid: z.number(), host: z.string(), since: z.string() });

/** SQLite's result code for a database that another connection holds. */
const sqliteBusy = 5;

/**
 * Takes the folder for this process, or throws a `StoreError` at once that says who holds it. The lock is SQLite's
 * on an empty database: the operating system frees it the moment the process ends, however it ends.
 */
export function lockStore(folder: string): StoreLock {
  const path = join(folder, 'lock.sqlite');
  const holderPath = join(folder, 'lock.json');
  const database = openPrivately(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new StoreError('locked', path, heldBy(folder, holderPath), { cause: error });
    throw openFailure(path, error);
  }
  nameHolder(holderPath);
  return { release: () => database.close() };
}

function openPrivately(path: string): DatabaseSync {
  try {
    closeSync(openSync(path, 'a', 0o600));
    return new DatabaseSync(path);
  } catch (error) {
    throw openFailure(path, error);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function nameHolder(path: string): void {
  const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  try {
    writeFileSync(path, JSON.stringify(holder), { mode: 0o600 });
    chmodSync(path, 0o600);
  } catch {
    // The name is a courtesy to the next process; the lock holds without it, on a full disk for one.
  }
}

function heldBy(folder: string, holderPath: string): string {
  const mend = 'stop it, or set LV_DATA_DIR to another folder';
  try {
    const { pid, host, since } = holderSchema.parse(JSON.parse(readFileSync(holderPath, 'utf8')));
    return `${folder}: process ${pid} on ${host} has held this data folder since ${since}; ${mend}`;
  } catch {
    return `${folder}: another process holds this data folder; ${mend}`;
  }
}
