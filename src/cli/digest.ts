import { z } from 'zod';
import type { Digest } from '../digest/digest.ts';
import { isoWeek, startOfDay } from '../digest/weeks.ts';
import { type Language, languages } from '../domain/language.ts';
import { helsinkiDay } from '../domain/light.ts';
import { createServices, type Services } from '../services.ts';
import { plainText } from '../slack/plain-text.ts';
import { buildDigestMessage, digestAltText } from '../slack/views/digest-message.ts';
import { fillText } from '../slack/views/rich-text.ts';
import { terminalTextsIn } from '../texts/terminal/terminal.ts';
import { textsIn } from '../texts/texts.ts';
import { type ExitCode, exitCode, readArgs, type Terminal, UsageProblem } from './terminal.ts';

const options = {
  at: { type: 'string' },
  channel: { type: 'string' },
  language: { type: 'string' },
  png: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** `digest`: what a channel would get, from the same store as the bot's. Nothing is posted. */
export async function digestCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, options, terminal);
  const texts = terminalTextsIn(terminal.language);
  if (values.help === true) {
    terminal.write(texts.help.digest.join('\n'));
    return exitCode.done;
  }
  if (positionals.length > 0) throw new UsageProblem(positionals.join(' '));
  const channel = readChannel(values.channel, terminal);
  const language = readLanguage(values.language, terminal);
  const at = readInstant(values.at, terminal);
  const services = await createServices(terminal.config(), { warn: terminal.warn });
  try {
    const { digests, digestRuns } = await services.state();
    if (digests[channel] === undefined) terminal.warn(fillText(texts.digest.notOn, { channel }));
    const when = at ?? services.now();
    const last = digestRuns[channel]?.postedAt ?? null;
    // As of a time before the last digest, it is the seven days up to then that count.
    const since = last !== null && Date.parse(last) < when.getTime() ? last : null;
    const week = isoWeek(helsinkiDay(when));
    const digest = await services.composeDigest({ channel, week, at: when, since }, language);
    terminal.write(values.json === true ? JSON.stringify(asJson(digest)) : asText(digest));
    return values.png === undefined ? exitCode.done : await savePicture(services, digest, values.png, terminal);
  } finally {
    await services.close();
  }
}

function readChannel(word: string | undefined, { language }: Terminal): string {
  const texts = terminalTextsIn(language);
  if (word === undefined) throw new UsageProblem(texts.digest.noChannel);
  if (!/^[CG][A-Z0-9]+$/.test(word)) throw new UsageProblem(fillText(texts.badChannel, { id: word }));
  return word;
}

function readLanguage(word: string | undefined, terminal: Terminal): Language | undefined {
  const language = languages.find((known) => known === word);
  if (word === undefined || language !== undefined) return language;
  throw new UsageProblem(fillText(terminalTextsIn(terminal.language).digest.badLanguage, { word }));
}

/** An instant; of a day, nine in the morning, when digests usually go out. */
function readInstant(word: string | undefined, { language }: Terminal): Date | undefined {
  if (word === undefined) return undefined;
  if (z.iso.datetime({ offset: true }).safeParse(word).success) return new Date(word);
  if (z.iso.date().safeParse(word).success) return new Date(startOfDay(word).getTime() + 9 * 60 * 60 * 1000);
  throw new UsageProblem(fillText(terminalTextsIn(language).digest.badTime, { word }));
}

function viewOf({ language }: Digest) {
  return { language, texts: textsIn(language) };
}

function asText(digest: Digest): string {
  return plainText(buildDigestMessage(digest, viewOf(digest)).blocks);
}

/** The picture is uploaded only when a digest is posted, so its block is not among these. */
function asJson(digest: Digest) {
  const view = viewOf(digest);
  const { text, blocks } = buildDigestMessage(digest, view);
  return { digest, text, blocks, altText: digestAltText(digest, view) };
}

async function savePicture(services: Services, digest: Digest, file: string, terminal: Terminal): Promise<ExitCode> {
  const texts = terminalTextsIn(terminal.language).digest;
  const png = await services.drawDigest(digest);
  if (png === null) {
    terminal.warn(texts.notDrawn);
    return exitCode.failed;
  }
  try {
    terminal.warn(fillText(texts.saved, { path: await terminal.save(file, png) }));
    return exitCode.done;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    terminal.warn(fillText(texts.notSaved, { file, reason }));
    return exitCode.failed;
  }
}
