import { drawBoard } from './board-svg.ts';
import type { Digest } from './digest.ts';
import { pictureOf, type PictureTexts } from './picture.ts';
import type { DrawDigest } from './post.ts';

type DrawDeps = {
  textsOf: (digest: Digest) => PictureTexts;
  render: (svg: string) => Promise<Uint8Array>;
  /** Told in one line why there is no picture. */
  warn: (line: string) => void;
};

/** Draws the board of a digest. */
export function createDrawDigest({ textsOf, render, warn }: DrawDeps): DrawDigest {
  return async (digest) => {
    try {
      const { rows, words } = pictureOf(digest, textsOf(digest));
      return await render(drawBoard(rows, words));
    } catch (error) {
      warn(`${digest.channel}: the picture of the digest could not be drawn, and it goes without: ${String(error)}`);
      return null;
    }
  };
}
