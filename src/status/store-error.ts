/** Why a data folder cannot be used. `message` is one line for the operator: what is wrong, where, and how to mend it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: 'damaged' | 'locked' | 'readOnly' | 'newer' | 'full' | 'failed';
  readonly file: string;
  /** Offset in `file` of the first bad byte's record, for damage. */
  readonly byte: number | null;

  constructor(
    kind: StoreError['kind'],
    file: string,
    message: string,
    options: { byte?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.file = file;
    this.byte = options.byte ?? null;
  }
}

/** What a failed file operation means for the caller. A file size limit (EFBIG) and a quota count as a full disk. */
export function diskFailure(error: unknown): { kind: 'full' | 'readOnly' | 'failed'; message: string } {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (isSqliteFull(error) || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return { kind: 'full', message };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { kind: 'readOnly', message };
  return { kind: 'failed', message };
}

/** SQLite's own result code for a full disk. https://sqlite.org/rescode.html#full */
const sqliteFull = 13;

function isSqliteFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteFull;
}

/** The error's `code`, such as "ENOENT", or null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** A `StoreError` for a file operation that failed while the folder was being opened. */
export function openFailure(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { kind, message } = diskFailure(error);
  const mend = {
    full: 'the disk is full; make room and start again',
    readOnly:
      'it cannot be written; give the user that runs Valo write access to the folder or set LV_DATA_DIR to another one',
    failed: 'it cannot be used',
  };
  return new StoreError(kind, file, `${file}: ${mend[kind]} (${message})`, { cause: error });
}
