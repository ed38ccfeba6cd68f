import type { KnownBlock } from '@slack/types';

export type WebArguments = Readonly<Record<string, unknown>>;
export type WebReply = { ok: boolean; error?: string } & Record<string, unknown>;

/** The argument as a string, empty when it is missing or of another type. */
export function textArgument(call: WebArguments, name: string): string {
  const value = call[name];
  return typeof value === 'string' ? value : '';
}

/** Blocks as the app sent them. They are not looked into here, so their type is taken on trust. */
export function blocksArgument(call: WebArguments): readonly KnownBlock[] {
  const blocks = call['blocks'];
  return Array.isArray(blocks) ? (blocks as readonly KnownBlock[]) : [];
}
