import type { KnownBlock } from '@slack/types';
import type { Gap, GapTopic } from '../../conversation/gaps.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { countForm } from '../../texts/texts.ts';
import { heading, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { bold, bullets, cut, fillText, italic, line, richText } from './rich-text.ts';

const shownTopics = 12;
const exampleLength = 160;

/** What went unanswered or was not useful, by topic with counts, without the names of those who asked. */
export function buildGapsMessage(gaps: readonly Gap[], catalogue: Catalogue, view: ViewLanguage): SlackMessage {
  const texts = view.texts.feedback.gaps;
  if (gaps.length === 0) return toMessage([richText(line(heading(texts.title)), line(texts.none))]);
  const more = gaps.length - shownTopics;
  return toMessage([
    richText(line(heading(texts.title))),
    ...gaps.slice(0, shownTopics).flatMap((gap) => gapBlocks(gap, topicName(gap.topic, catalogue, view), view)),
    richText(
      ...(more > 0 ? [line(fillText(countForm(texts.more, more), { count: more }))] : []),
      line(italic(texts.note)),
    ),
  ]);
}

function gapBlocks(gap: Gap, topic: string, view: ViewLanguage): KnownBlock[] {
  const examples = gap.examples.filter((example) => example !== topic);
  return [
    richText(line(bold(cut(topic, 150)), ` – ${countWords(gap, view)}`)),
    ...(examples.length === 0 ? [] : [bullets(examples.map((example) => italic(cut(example, exampleLength))))]),
  ];
}

function countWords({ count, unanswered, disliked, reasons }: Gap, { texts }: ViewLanguage): string {
  const { gaps } = texts.feedback;
  const parts = [
    fillText(countForm(gaps.questions, count), { count }),
    ...(unanswered === 0 ? [] : [fillText(gaps.unanswered, { count: unanswered })]),
    ...(disliked === 0 ? [] : [fillText(gaps.disliked, { count: disliked })]),
  ];
  const why = reasons.map((reason) => texts.feedback.reasons[reason]);
  return why.length === 0 ? parts.join(', ') : `${parts.join(', ')} (${why.join('; ')})`;
}

function topicName(topic: GapTopic, catalogue: Catalogue, { texts, language }: ViewLanguage): string {
  switch (topic.kind) {
    case 'target': {
      const { programme, id } = topic.target;
      const known = catalogue.programmeKnowledge.find((candidate) => candidate.id === programme);
      const title = known?.titles.find((candidate) => candidate.id === id)?.title[language];
      const kind = id.includes('.') ? 'measure' : 'goal';
      const number = fillText(texts.lights.target[kind], { id });
      return title === undefined ? number : `${number}: ${title}`;
    }
    case 'person':
      return catalogue.people.find(({ id }) => id === topic.id)?.name ?? topic.id;
    case 'organisation':
      return catalogue.organisations.find(({ id }) => id === topic.id)?.name[language] ?? topic.id;
    case 'event':
      return catalogue.events.find(({ id }) => id === topic.id)?.name[language] ?? topic.id;
    case 'words':
      return topic.text;
  }
}
