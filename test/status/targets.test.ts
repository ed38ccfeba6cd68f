import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { targetKey } from '../../src/domain/light.ts';
import { loadCatalogue } from '../../src/ingest/catalogue.ts';
import { parseCommand } from '../../src/status/parse-command.ts';
import type { TargetDirectory } from '../../src/status/targets.ts';
import { labelOf, targetDirectory } from '../../src/status/targets.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

let directory: TargetDirectory;
beforeAll(async () => {
  const { catalogue } = await loadCatalogue({ seeds: folder('seeds'), knowledge: folder('knowledge') });
  directory = targetDirectory(catalogue);
});

const contexts = () => ['helsinki', 'vaasa', null].map((programme) => ({ directory, programme }));

/** The targets that a command sets or offers, as keys. */
function targetsOf(command: ReturnType<typeof parseCommand>): string[] {
  if (command.kind === 'set') return [targetKey(command.target)];
  const choices = command.kind === 'ambiguous' ? command.choices : [];
  return choices.flatMap((choice) => (choice.command.kind === 'set' ? [targetKey(choice.command.target)] : []));
}

describe('the shipped goals and measures', () => {
  it('are nine goals and 31 measures of Helsinki and three goals of Vaasa', () => {
    const count = (programme: string, kind: string) =>
      directory.targets.filter((known) => known.target.programme === programme && known.kind === kind).length;
    expect([count('helsinki', 'goal'), count('helsinki', 'measure'), count('vaasa', 'goal')]).toEqual([9, 31, 3]);
  });

  it('are each known by their label, in a channel of any programme', () => {
    for (const context of contexts()) {
      for (const { target } of directory.targets) {
        const { label } = labelOf(directory, target, context.programme);
        expect([label, targetsOf(parseCommand(`set ${label} green`, context))]).toEqual([label, [targetKey(target)]]);
      }
    }
  });

  it('are each known by their name in three languages', () => {
    for (const context of contexts()) {
      for (const { target, names } of directory.targets) {
        for (const language of languages) {
          const name = names[language];
          expect([name, targetsOf(parseCommand(`set ${name} green`, context))]).toEqual([name, [targetKey(target)]]);
        }
      }
    }
  });

  it('are each known, alone or among a choice, by every other name', () => {
    const context = { directory, programme: 'helsinki' };
    const missed = directory.targets.flatMap(({ target, aliases }) =>
      aliases.filter((alias) => !targetsOf(parseCommand(`set ${alias} green`, context)).includes(targetKey(target))),
    );
    expect(missed).toEqual([]);
  });

  it.each([
    ['puoliso-ohjelma vihreä', 'helsinki:4.3'],
    ['puoliso-ohjelmalle vihreä', 'helsinki:4.3'],
    ['makaprogrammet grönt', 'helsinki:4.3'],
    ['spouse program green', 'helsinki:4.3'],
    ['nuoret vihreä', 'vaasa:v3'],
    ['edunvalvonta vihreä', 'helsinki:9'],
    ['soft landing green', 'helsinki:4.1'],
  ])('are known by what people say: %s', (text, key) => {
    expect(targetsOf(parseCommand(`set ${text}`, { directory, programme: 'helsinki' }))).toEqual([key]);
  });
});
