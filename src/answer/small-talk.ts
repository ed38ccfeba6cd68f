/** Greetings, thanks and questions about Valo itself, in the three languages. */
export type SmallTalk = 'greeting' | 'thanks' | 'whoAmI';

const greeting =
  /^(?:hei(?:ppa|kka|ssan)?|moi(?:kka)?|terve|huomenta|hyvää (?:huomenta|päivää|iltaa)|päivää|iltaa|hej(?:san)?|hallå|tjena|god (?:morgon|dag|kväll)|morjens|hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: (?:valo|there|kaikki|alla|all))?[\s!.,?:)]*(?:mitä kuuluu|miten menee|hur mår du|hur är läget|läget|how are you(?: doing)?(?: today)?|how's it going|what's up)?[\s!.?:)]*$/u;
const chat =
  /^(?:mitä kuuluu|miten menee|miten voit|hur mår du|hur är det|läget|how are you|how's it going|what's up)(?: valo| today| idag| tänään)?[\s!.?]*$/u;
const thanks =
  /^(?:kiitos|kiitti|kiitoksia|tack(?: så mycket)?|tackar|thanks|thank you|thx|cheers|selvä|okei|ok|okay|great|super|hienoa|bra|perfekt|mahtavaa)(?:[\s,!]+(?:paljon|valo|avusta|vastauksesta|for the help|for your help|so much|a lot|för hjälpen|kiitos|tack|thanks))*[\s!.:)]*$/u;
/** Thanks with a few words more and no question. */
const closing = /^(?:kiitos|kiitti|kiitoksia|tack|tackar|thanks|thank you|thx|cheers)(?![\p{L}])[^?]{0,60}$/u;
const aboutValo =
  /(?:^|\s)(?:kuka (?:sinä )?(?:olet|oot)|mikä (?:sinä )?olet|mitä (?:sinä )?osaat|mitä voit tehdä|miten voit auttaa|missä voit auttaa|oletko (?:sinä )?(?:botti|robotti|tekoäly|ihminen)|vem är du|vad är du|vad kan du(?: göra| hjälpa)?|är du en (?:bot|robot|människa)|hur kan du hjälpa|who are you|what are you|what can you do|how can you help|are you (?:a )?(?:bot|robot|human|an ai))(?:[\s?!.,]|$)/u;

/** The kind of small talk that a whole question is, or null for a real question. */
export function readSmallTalk(text: string): SmallTalk | null {
  const folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[\p{Extended_Pictographic}\uFE0F]/gu, '')
    .trim();
  if (thanks.test(folded) || closing.test(folded)) return 'thanks';
  if (greeting.test(folded) || chat.test(folded)) return 'greeting';
  return folded.length <= 80 && aboutValo.test(folded) ? 'whoAmI' : null;
}

const commandWords =
  /(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|guideline|polic)|(?:unohda|sivuuta|jätä huomiotta|ohita|älä välitä)\b.{0,50}(?:ohje|sään|kehot|käsky)|(?:ignorera|glöm|strunta i|bortse från|åsidosätt)\b.{0,50}(?:instruktion|regl|regel|prompt|anvisning|direktiv)|system ?prompt|järjestelmäkeho|systemkeho|systemprompt|developer mode|jailbreak|takaperin|baklänges|bakifrån|(?:spell|write|say|read)\b.{0,40}\bbackwards|sisäise\p{L}* (?:ohje|keho)|internal (?:instructions?|rules|prompt)|interna (?:instruktion|regler|anvisning)|(?:olen|tässä on) (?:järjestelmän |sinun )?ylläpitäjä|jag är (?:din |system)?administratör|i am (?:the |your )?(?:system )?administrator|you are now (?:a|an|in|dan|free)|olet nyt (?:\p{L}+bot|rajoittamaton|vapaa)|du är nu (?:\p{L}*bot|en )|(?:print|reveal|show|tulosta|paljasta|näytä|visa|skriv ut|avslöja)\b.{0,40}(?:your|sinun|din|dina|ditt|piilo|hidden|dolda|salai|secret|hemlig).{0,30}(?:instruction|prompt|rule|ohje|kehot|instruktion|regler|api|token|avain|nyckel)/iu;

/** True when a question tries to give orders to Valo itself. Nothing is ever carried out of a question; the answer only says so. */
export function readsAsInjection(text: string): boolean {
  return commandWords.test(text.slice(0, 4_000));
}
