import { wordSet } from './localize.ts';

/** Words that say that somebody held a post before. */
export const former = wordSet(`
entinen entisen entiseksi entisenä edellinen edellisen edellisenä aiempi aiemman aiempana aikaisempi aikaisemman väistyvä väistyvän
tidigare förre förra avgående förutvarande dåvarande former outgoing previous late erstwhile ex-`);
/** Words that say that somebody holds a post now or soon: no part of the post. */
export const newness = wordSet(`
uusi uuden uudeksi uutena nykyinen nykyisen nykyisenä tuleva tulevan tulevaksi tuore tuoreen vastavalittu vastanimitetty ny nya nye nuvarande nyvald nyvalda nytillträdd new newly current future incoming`);
/** Adjectives that belong to a Finnish post, in the cases of appointments, with their base form. */
export const finnishAdjectives: Readonly<Record<string, string>> = {
  johtava: 'johtava',
  vastaava: 'vastaava',
  tekninen: 'tekninen',
  vanhempi: 'vanhempi',
  ylin: 'ylin',
  hallinnollinen: 'hallinnollinen',
  operatiivinen: 'operatiivinen',
  alueellinen: 'alueellinen',
  johtavaksi: 'johtava',
  johtavana: 'johtava',
  johtavan: 'johtava',
  vastaavaksi: 'vastaava',
  vastaavana: 'vastaava',
  vastaavan: 'vastaava',
  tekniseksi: 'tekninen',
  teknisenä: 'tekninen',
  teknisen: 'tekninen',
  vanhemmaksi: 'vanhempi',
  vanhempana: 'vanhempi',
};
/** Signs of an acting holder. */
export const acting = wordSet('vt vs va ma tf t.f virkaatekevä väliaikainen tillförordnad acting interim');
/** Finnish words in -n that are no genitive modifiers of a post. */
export const finnishStops = wordSet(`
hän on kuin niin vain kun ennen ilman kanssa mukaan sen tämän oman uuden nykyisen silloisen sitten kuitenkin esimerkiksi oli myös ollen sekä hänen heidän meidän minun yhden kahden toisen saakka asti alkaen alun
nimitti valitsi valinnut nimennyt tähän siihen uuteen jatkossakin nimetyn valitun vuoden kuun päivän`);
/** Finnish genitives after which what follows is the post itself, not its body. */
export const finnishBodies =
  /(?:kaupungin|kunnan|seudun|liiton|yhdistyksen|viraston|ministeriön|yhtiön|yhtymän|hyvinvointialueen|kanslian|valtion|yliopiston|korkeakoulun|opiston|säätiön|instituutin|konsernin|toimiston)$/u;
/** Swedish words before a post that belong to it. */
export const swedishModifiers = wordSet(
  'biträdande vice verkställande ledande teknisk administrativ regional operativ ställföreträdande tekniska',
);
/** Swedish genitives that say whose post it is. */
export const swedishBodies = wordSet('stadens kommunens stads kommuns regionens stiftelsens föreningens bolagets');
/** Swedish words that end the wording of a post. */
export const swedishStops = wordSet(
  `som och har är inom vid på i till från med den det hon han men av om att där när under efter utan samt eller samtidigt ska kan vill säger berättar tillsammans`,
);
/** English words that cannot stand within a post before its head. */
export const englishModifierStops = wordSet(`
the a an as of by is was be been being says said new our its his her their and or for to with at in on from who that has have had will appointed named elected selected chosen becomes become became current present former outgoing
previous works worked serves served city's municipality's town's unit's department's also then now starts started begins joins joined hired recruits recruited adds added explains notes acting this each every any no first
leads led meet according stresses continues comments promises tells told both future next two three four see ask contact whether if not it he she they we i you`);
/** English words that end the wording of a post after its head. */
export const englishTailStops = wordSet(`
who that which has have had is was will would since from on when where says said and/or starts started takes took begins joins but as by tel phone email until in with after before during he she they it this to can could may`);
/** Posts that say nothing without the body they belong to. */
const genericPosts =
  /^(?:(?:vt\.|vs\.|va\.|tf|vice|biträdande|acting|deputy)\s)?(?:johtaja|päällikkö|puheenjohtaja|sihteeri|chef|direktör|ordförande|director|manager|head|chair|president|secretary)$/iu;

/** True for a post that names no field and no body: "johtaja", "chef", "acting director". */
export function isGenericPost(title: string): boolean {
  return genericPosts.test(title);
}
