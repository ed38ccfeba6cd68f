import { type Language, languageSchema } from '../domain/language.ts';
import type { CommandCaller, SlackPorts } from '../slack/ports.ts';
import type { LoopbackUser } from './workspace.ts';

export const sampleRoles = ['owner', 'admin', 'guest'] as const;
export type SampleRole = (typeof sampleRoles)[number];

/** Three people, each with another language and other rights. */
export const samplePeople: Readonly<Record<SampleRole, LoopbackUser>> = {
  owner: { id: 'UOWNER', name: 'Aino', locale: 'fi-FI', admin: false, bot: false },
  admin: { id: 'UADMIN', name: 'Björn', locale: 'sv-FI', admin: true, bot: false },
  guest: { id: 'UGUEST', name: 'Grace', locale: 'en-GB', admin: false, bot: false },
};

export const sampleChannel = { id: 'CWORK', name: 'tyollisyys' };

/** The goals of which the sample owner is the owner. */
const ownedGoals = ['hki 4', 'hki 5'];

/** The role that a word names, "owner" or "Aino"; null for any other word. */
export function roleNamed(word: string): SampleRole | null {
  const wanted = word.toLowerCase();
  return sampleRoles.find((role) => role === wanted || samplePeople[role].name.toLowerCase() === wanted) ?? null;
}

export function languageOfPerson(role: SampleRole): Language {
  return languageSchema.parse(samplePeople[role].locale.slice(0, 2));
}

/** Makes the sample owner an owner, once per store: whoever takes the role away in the playground keeps it away. */
export async function giveSampleRoles(runCommand: SlackPorts['runCommand']): Promise<void> {
  for (const goal of ownedGoals) {
    const caller: CommandCaller = {
      user: samplePeople.admin.id,
      channel: sampleChannel.id,
      slackAdmin: true,
      key: `playground:${goal}`,
    };
    await runCommand(`owner add ${goal} <@${samplePeople.owner.id}>`, caller);
  }
}
