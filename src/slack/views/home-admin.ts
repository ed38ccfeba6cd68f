import type { KnownBlock } from '@slack/types';
import type { CuratedAnswer } from '../../conversation/data.ts';
import type { ListedDigest } from '../../status/outcome.ts';
import { formatClock } from '../../texts/dates.ts';
import { countForm } from '../../texts/texts.ts';
import { commandButton } from './actions.ts';
import { curateButtons, offerParts } from './curated-message.ts';
import { commandWords, instantWords, type ViewLanguage } from './light-words.ts';
import { bold, buttons, channel, fill, fillText, header, line, plain, richText } from './rich-text.ts';

const shownDigests = 20;
const shownOffers = 3;

/** Where the digest goes, which answers wait for approval, and the questions without a good answer. */
export function adminBlocks(
  { digests, offers }: { digests: readonly ListedDigest[]; offers: readonly CuratedAnswer[] },
  view: ViewLanguage,
): KnownBlock[] {
  const { home } = view.texts;
  const moreOffers = offers.length - shownOffers;
  return [
    header(home.admin),
    digestBlock(digests, view),
    ...(offers.length === 0 ? [] : [richText(line(bold(home.offers)))]),
    ...offers
      .slice(0, shownOffers)
      .flatMap((offer) => [richText(...offerParts(offer, view)), ...buttons(curateButtons(offer, view))]),
    ...(moreOffers > 0
      ? [
          {
            type: 'section' as const,
            text: plain(fillText(countForm(home.offersMore, moreOffers), { count: moreOffers })),
          },
        ]
      : []),
    ...buttons([
      commandButton(home.gaps, 'gaps', 91),
      ...(digests.length === 0 ? [] : [commandButton(home.digestStatus, 'digest status', 92)]),
    ]),
  ];
}

function digestBlock(digests: readonly ListedDigest[], view: ViewLanguage): KnownBlock {
  const { home, lights } = view.texts;
  if (digests.length === 0) return richText(line(home.digestsNone, ' ', commandWords('digest on #…')));
  const more = digests.length - shownDigests;
  return richText(
    line(home.digests),
    ...digests.slice(0, shownDigests).map((digest) =>
      line(
        fill(home.digest, {
          channel: channel(digest.channel),
          weekday: lights.settings.weekdays[digest.when.weekday],
          time: formatClock(digest.when.time, view.language),
        }),
        standingWords(digest, view),
      ),
    ),
    ...(more > 0 ? [line(fillText(countForm(home.digestMore, more), { count: more }))] : []),
  );
}

function standingWords({ next, paused }: ListedDigest, view: ViewLanguage): string {
  const { home } = view.texts;
  if (paused) return home.digestPaused;
  return next === null ? '' : fillText(home.digestNext, { when: instantWords(next, view) });
}
