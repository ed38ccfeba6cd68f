import type { Language } from '../domain/language.ts';
import type { Digest } from './digest.ts';

/** One due digest: which channel, which ISO week ("2026-W47"), at which instant it is composed, and since when changes count (ISO instants). */
export type DigestRun = { channel: string; week: string; at: Date; since: string | null };

/** Gathers and composes one digest. Its language is the given one, else the subscription's, the channel's, the default. */
export type ComposeDigest = (run: DigestRun, language?: Language) => Promise<Digest>;

/** The digest that a channel would get at this moment. */
export type PreviewDigest = (channel: string) => Promise<Digest>;

/** The board as PNG, or null with a warning where drawing fails: the digest goes out without it. */
export type DrawDigest = (digest: Digest) => Promise<Uint8Array | null>;

/**
 * What became of a digest that was asked for with `/lv digest now`; `key` names the request, so that its repetition posts
 * nothing. `unsure`: Slack gave no answer, and the digest may stand in the channel or not.
 */
export type DigestDelivery = {
  postNow: (request: {
    channel: string;
    key: string;
  }) => Promise<'posted' | 'already' | 'failed' | 'cannotPost' | 'unsure'>;
};
