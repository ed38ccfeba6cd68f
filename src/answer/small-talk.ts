import { type Intent, readIntents } from './intents.ts';

/** Greetings, thanks and questions about Valo itself, in the three languages. */
export type SmallTalk = 'greeting' | 'thanks' | 'whoAmI';

const wordSet = (words: string) => new Set(words.split(' '));
/** Words that greet, any one of which makes small talk of other light words. */
const hellos = wordSet(
  'hei heippa heissan moi moikka moro terve tere huomenta huomenia päivää iltaa hej hejsan hejssan hejhej hallå tjena tjenare tjabba morjens morgon hi hello hey heya morning afternoon evening greetings howdy moj hiya hejsvejs yo hi-ya',
);
/** Words that ask how somebody is; in a thread they may ask of what it is about. */
const wellbeing = wordSet("kuuluu kuulumiset menee voit jaksat mår läget läge går står going doing up how's what's");
const besides = wordSet(
  "valo there kaikki alla all god everyone everybody sinulle sulle sinä sä teille mitä mitäs miten mites hyvää tänään aamusta päivästä siellä sinne hyvä rakas on dagen kvällen morgonen hur är det dig på till allt idag därute du ni vad how are you is it things today what good everything life with your day så no joo ja och and that's s",
);
const thanks =
  /^(?:kiitos|kiitti|kiitoksia|tack(?: så mycket)?|tackar|thanks|thank you|thx|cheers|selvä|okei|ok|okay|great|super|hienoa|bra|perfekt|mahtavaa|hyvää työtä|good job|nice work|bra jobbat|heippa hei|näkemiin|nähdään|hej då|vi ses|ha det bra|bye|goodbye|see you)(?:[\s,!]+(?:paljon|valo|avusta|vastauksesta|for the help|for your help|so much|a lot|för hjälpen|kiitos|tack|thanks))*[\s!.:)]*$/u;
const thanksWord =
  /(?:^|[.!,]\s*|\p{L}\s)(?:kiitos|kiitti|kiitoksia|kiitän|tack|tackar|thanks|thank you|thx|cheers)(?!\p{L}|\s(?:vare|to)(?!\p{L}))/u;
const longestClosing = 90;
const askingIntents: ReadonlySet<Intent> = new Set(['who', 'when', 'count', 'duration', 'where', 'why', 'contact']);

/** Thanks with a few words more, none of which asks anything. */
function isClosing(text: string): boolean {
  const asks = [...readIntents(text)].some((intent) => askingIntents.has(intent));
  return text.length <= longestClosing && thanksWord.test(text) && !/[?\d]/.test(text) && !asks;
}

const aboutValo =
  /(?:^|\s)(?:kuka (?:sinä )?(?:olet|oot)|mikä (?:sinä )?olet|mitä (?:sinä )?osaat|mitä voit tehdä|miten voit auttaa|missä voit auttaa|oletko (?:sinä )?(?:botti|robotti|tekoäly|ihminen)|vem är du|vad är du|vad kan du(?: göra| hjälpa)?|är du en (?:bot|robot|människa)|hur kan du hjälpa|who are you|what are you|what can you do|how can you help|are you (?:a )?(?:bot|robot|human|an ai))(?:[\s?!.,]|$)/u;

const mostWords = 12;

/** The kind of small talk that a whole question is, or null for a real question. `inThread`: something was asked before it (default false). */
export function readSmallTalk(text: string, inThread = false): SmallTalk | null {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\p{Extended_Pictographic}\uFE0F]/gu, '')
    .trim();
  if (thanks.test(folded) || isClosing(folded)) return 'thanks';
  if (isGreeting(folded, inThread)) return 'greeting';
  return folded.length <= 80 && aboutValo.test(folded) ? 'whoAmI' : null;
}

/** Nothing but light words, one of them a greeting: whatever else a question asks is in none of them. */
function isGreeting(text: string, inThread: boolean): boolean {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  return (
    words.length <= mostWords &&
    !/\d/.test(text) &&
    words.some((word) => hellos.has(word) || (!inThread && wellbeing.has(word))) &&
    words.every((word) => hellos.has(word) || wellbeing.has(word) || besides.has(word))
  );
}

const commandWords =
  /(?:låtsas|spela) att du är|teeskentele|esitä olevasi|pretend (?:to be|you are|that you)|role-?play|act as (?:if|though|a |an |the )|agera som|(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|guideline|polic)|(?:unohda|sivuuta|jätä huomiotta|ohita|älä välitä)\b.{0,50}(?:ohje|sään|kehot|käsky)|(?:ignorera|glöm|strunta i|bortse från|åsidosätt)\b.{0,50}(?:instruktion|regl|regel|prompt|anvisning|direktiv)|system ?prompt|järjestelmäkeho|systemkeho|systemprompt|developer mode|jailbreak|takaperin|baklänges|bakifrån|(?:spell|write|say|read)\b.{0,40}\bbackwards|sisäise\p{L}* (?:ohje|keho)|internal (?:instructions?|rules|prompt)|interna (?:instruktion|regler|anvisning)|(?:olen|tässä on) (?:järjestelmän |sinun )?ylläpitäjä|jag är (?:din |system)?administratör|i am (?:the |your )?(?:system )?administrator|you are now (?:a|an|in|dan|free)|olet nyt (?:\p{L}+bot|rajoittamaton|vapaa)|du är nu (?:\p{L}*bot|en )|(?:print|reveal|show|tulosta|paljasta|näytä|visa|skriv ut|avslöja)\b.{0,40}(?:your|sinun|din|dina|ditt|piilo|hidden|dolda|salai|secret|hemlig).{0,30}(?:instruction|prompt|rule|ohje|kehot|instruktion|regler|api|token|avain|nyckel)|(?<!\p{L})(?:your|sinun|omat|dina|din)\s(?:\p{L}+\s){0,2}(?:start|system|bas|piilo|alku)?(?:instructions?|instruktion\p{L}*|ohjee?(?:si|t|nne|tasi)|kehot\p{L}*|prompts?|prompten)(?!\p{L})/iu;

/** True when a question tries to give orders to Valo itself. Nothing is ever carried out of a question; the answer only says so. */
export function readsAsInjection(text: string): boolean {
  return commandWords.test(text.slice(0, 4_000));
}
