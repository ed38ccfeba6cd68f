/** "<@U1>" or "<@U1|name>"; or an id alone, with a digit in it and as long as Slack's own ids are at least. */
const mentionPattern = /<@([UW][A-Z0-9]{1,20})(?:\|[^<>]{0,200})?>|\b(?=[A-Z]*\d)[UW][A-Z0-9]{7,20}\b/g;

/** References are made at random and mean nothing outside `users.json`; see references.ts. */
const referencePattern = /<@(u-[0-9a-f]{16})>|\bu-[0-9a-f]{16}\b/g;

/** "<@U1>" in characters: what the longest text can hold most of. */
export const shortestMention = 5;
/** A reference in characters as it stands for that in a text. */
export const longestReference = 21;

/** What stands for somebody who is forgotten, in every language. */
const forgottenMention = '@…';

/** The user ids that a text names. */
export function usersIn(text: string | null): string[] {
  return text === null ? [] : Array.from(text.matchAll(mentionPattern), ([whole, marked]) => marked ?? whole);
}

/** The text with a reference for each user id in it. The names that Slack adds to mentions are left out. */
export function concealUsers(text: string | null, referenceOf: (user: string) => string): string | null {
  if (text === null) return null;
  return text.replace(mentionPattern, (whole, marked: string | undefined) =>
    marked === undefined ? referenceOf(whole) : `<@${referenceOf(marked)}>`,
  );
}

/** The text with the user id for each reference in it, and "@…" for a user who is forgotten. */
export function revealUsers(text: string | null, userOf: (reference: string) => string | null): string | null {
  if (text === null) return null;
  return text.replace(referencePattern, (whole, marked: string | undefined) => {
    const user = userOf(marked ?? whole);
    if (user === null) return forgottenMention;
    return marked === undefined ? user : `<@${user}>`;
  });
}
