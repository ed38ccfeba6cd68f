import type { Passage } from '../domain/passage.ts';

/** True when a sentence begins with a word that stands for something of the sentence before it. */
export function leansBack({ text }: Passage): boolean {
  return refersBack.test(text);
}

/** True when a sentence goes on with what the one before names: "The service is …", "41 per cent of them …". */
export function goesOnWith({ text }: Passage): boolean {
  return definite.test(text) || pointsBack.test(text);
}

const refersBack =
  /^[–—"“”]?\s?(?:(?:Han|Hon|(?:Den|Det|De)(?=\s(?:ska|kan|vill|fick|gav|\p{Ll}+(?:r|s|de|te))(?!\p{L}))|Av dem|Av dessa|Bland dem|Hans|Hennes|Deras|Hän|Se|Ne|He|Heistä|Heidän|Hänen|Niistä|Niiden|Siitä|Sen|Sitä|Siihen|Siellä|Samassa|Muut|Muita|Muiden|Muilta|Muilla|Muissa|Muista|De övriga|Övriga|De andra|Andra|Inom andra|Other|Others|The other|The others|Näistä|Näiden|She|He|His|Her|It|Its|They|Their|These|Those|Of them|Of these|Among them|Most of them|Half of them|One third of them|Enheten|Yksikkö|The unit)(?!\p{L}))/u;

/** A general word in the definite opens a sentence about what the one before names. */
const definite =
  /^(?:Palvelu|Ohjelma|Hanke|Kokeilu|Keskus|Yksikkö|Tilaisuus|Tapahtuma|Kurssi|Koulutus|Tehtävä|Virka|Toiminta|Toimintaa|Tjänsten|Enheten|Projektet|Centret|Kursen|Evenemanget|Programmet|Försöket|Verksamheten|Servicen|Uppgiften|(?:I|Till|För) (?:försöket|projektet|programmet|tjänsten|kursen|evenemanget|utbildningen)|(?:Kokeilu|Hankkee|Ohjelma|Palvelu|Tilaisuute|Tilaisuude|Tapahtuma|Koulutukse|Projekti)(?:ssa|an|un|en|iin)|Kurssille|Kurssilla|Virkaa|Virkaan|Tehtävään|(?:In the |To the |For the |The )(?:service|programme|program|project|unit|centre|center|desk|course|event|training|pilot|post|position|office))(?!\p{L})/u;

/** "I dag bor 41 procent av dem kvar": of those that the sentence before names. */
const pointsBack = /(?<!\p{L})(?:av dem|av dessa|heistä|niistä|of them|of these)(?!\p{L})/u;
