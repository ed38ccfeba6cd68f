import type { RichTextSection } from '@slack/types';
import type { Roles, StatusOutcome } from '../../status/outcome.ts';
import { formatDay } from '../../texts/dates.ts';
import { askThemButtons } from './ask-them-message.ts';
import { commandWords, heading, targetTitle, type ViewLanguage } from './light-words.ts';
import { type SlackMessage, toMessage } from './message.ts';
import { buttons, fill, join, line, person, richText, type Words } from './rich-text.ts';

type Outcome<Kind extends StatusOutcome['kind']> = Extract<StatusOutcome, { kind: Kind }>;

/** A denial: what was not permitted, who may, and a button that asks them. */
export function buildForbiddenMessage(outcome: Outcome<'forbidden'>, view: ViewLanguage): SlackMessage {
  const { roles } = view.texts.lights;
  const command = outcome.target === null ? outcome.verb : `${outcome.verb} ${outcome.target.label}`;
  const who =
    outcome.target === null
      ? [line(roles.adminsOnly), ...adminLine(outcome.roles, view)]
      : [line(roles.may), ...roleLines(outcome.roles, view)];
  return toMessage([
    richText(
      ...(outcome.target === null ? [] : [line(heading(targetTitle(outcome.target, view)))]),
      line(fill(roles.mayNot, { command: commandWords(command) })),
      ...who,
    ),
    ...buttons(askThemButtons(outcome.ask, view)),
  ]);
}

/** Who may set this light. */
export function buildOwnersMessage(outcome: Outcome<'owners'>, view: ViewLanguage): SlackMessage {
  return toMessage([richText(line(heading(targetTitle(outcome.target, view))), ...roleLines(outcome.roles, view))]);
}

export function buildRolesChangedMessage(outcome: Outcome<'rolesChanged'>, view: ViewLanguage): SlackMessage {
  const until = outcome.until === null ? '' : formatDay(outcome.until, view.language);
  const sentence = fill(roleSentence(outcome, view), { user: person(outcome.user), until });
  return toMessage([
    richText(line(heading(targetTitle(outcome.target, view))), line(sentence), ...roleLines(outcome.roles, view)),
  ]);
}

/** The owners, the goal's owners, the delegates, the admins and who is away, one line each; a line without people is left out. */
export function roleLines(roles: Roles, view: ViewLanguage): RichTextSection[] {
  const texts = view.texts.lights.roles;
  const delegates = roles.delegates.map(({ user, until }) =>
    fill(texts.delegate, { user: person(user), until: formatDay(until, view.language) }),
  );
  const named = [
    ...peopleLine(texts.owners, roles.owners.map(person)),
    ...peopleLine(texts.inherited, roles.inherited.map(person)),
    ...peopleLine(texts.delegates, delegates),
  ];
  const noOwner = roles.owners.length + roles.inherited.length === 0 ? [line(texts.noOwner)] : [];
  const away = roles.away.map(({ user, until }) =>
    line(fill(texts.away, { user: person(user), until: formatDay(until, view.language) })),
  );
  return [...noOwner, ...named, ...peopleLine(texts.left, roles.left.map(person)), ...away, ...adminLine(roles, view)];
}

function adminLine(roles: Roles, { texts }: ViewLanguage): RichTextSection[] {
  const people: Words[] = [...roles.admins.map(person), texts.lights.roles.slackAdmins];
  return peopleLine(texts.lights.roles.admins, people);
}

function peopleLine(template: string, people: readonly Words[]): RichTextSection[] {
  return people.length === 0 ? [] : [line(fill(template, { people: join(people, ', ') }))];
}

function roleSentence({ change, changed }: Outcome<'rolesChanged'>, { texts }: ViewLanguage): string {
  const { roles } = texts.lights;
  switch (change) {
    case 'ownerAdded':
      return changed ? roles.ownerAdded : roles.ownerAlready;
    case 'ownerRemoved':
      return changed ? roles.ownerRemoved : roles.ownerWasNot;
    case 'delegateAdded':
      return changed ? roles.delegateAdded : roles.delegateAlready;
    case 'delegateRemoved':
      return changed ? roles.delegateRemoved : roles.delegateWasNot;
  }
}
