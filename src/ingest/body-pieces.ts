/** A listed body as it stands, its words in the base form. */
export type BodyPiece = { start: number; end: number; text: string };

/** Common heads of bodies' names in the genitive, which "kanssa" asks for, with their base forms. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/kaupungin$/iu, 'kaupunki'],
  [/kaupunkien$/iu, 'kaupungit'],
  [/kunnan$/iu, 'kunta'],
  [/kuntien$/iu, 'kunnat'],
  [/instituutin$/iu, 'instituutti'],
  [/institutin$/iu, 'institut'],
  [/koulun$/iu, 'koulu'],
  [/koulujen$/iu, 'koulut'],
  [/opiston$/iu, 'opisto'],
  [/opistojen$/iu, 'opistot'],
  [/palvelu(?:jen|iden|itten)$/iu, 'palvelut'],
  [/palvelun$/iu, 'palvelu'],
  [/yhtymän$/iu, 'yhtymä'],
  [/alueen$/iu, 'alue'],
  [/alueiden$/iu, 'alueet'],
  [/toimialan$/iu, 'toimiala'],
  [/toimialojen$/iu, 'toimialat'],
  [/osaston$/iu, 'osasto'],
  [/yksikön$/iu, 'yksikkö'],
  [/kanslian$/iu, 'kanslia'],
  [/hallinnon$/iu, 'hallinto'],
  [/kamarin$/iu, 'kamari'],
  [/keskuksen$/iu, 'keskus'],
  [/laitoksen$/iu, 'laitos'],
  [/viraston$/iu, 'virasto'],
  [/toimiston$/iu, 'toimisto'],
  [/ministeriön$/iu, 'ministeriö'],
  [/verkoston$/iu, 'verkosto'],
  [/yhdistyksen$/iu, 'yhdistys'],
  [/yhdistysten$/iu, 'yhdistykset'],
  [/järjestöjen$/iu, 'järjestöt'],
  [/yritysten$/iu, 'yritykset'],
  [/yrittäjien$/iu, 'yrittäjät'],
  [/oppilaitosten$/iu, 'oppilaitokset'],
  [/oppilaitoksen$/iu, 'oppilaitos'],
  [/seurakunnan$/iu, 'seurakunta'],
  [/seurakuntien$/iu, 'seurakunnat'],
  [/säätiön$/iu, 'säätiö'],
  [/liiton$/iu, 'liitto'],
  [/seuran$/iu, 'seura'],
  [/kirjaston$/iu, 'kirjasto'],
  [/talon$/iu, 'talo'],
  [/Akademin$/iu, 'Akademi'],
  [/ohjaamon$/iu, 'ohjaamo'],
];

/** A name in the base form, so that it is one body whether it leads or helps; as it stands where its last word is not known. */
export function baseForm(name: string): string {
  const head = heads.find(([ending]) => ending.test(name));
  if (!head) return name;
  const [ending, base] = head;
  const capital = /\p{Lu}/u.test(ending.exec(name)?.[0][0] ?? '');
  const inBase = name.replace(ending, capital ? base.charAt(0).toUpperCase() + base.slice(1) : base);
  return inBase.replace(/(?<=(?:l[aä]i|kieli))sen(?=\s)/u, 'nen').replace(/(?<=(?:l[aä]i|kieli)s)ten(?=\s)/u, 'et');
}

/**
 * The stretches of a responsible cell that each name a body: "Omnia", "Länsi-Uudenmaan hyvinvointialueen". What shares its last word
 * stays together: "liikunta- ja kulttuuripalvelut", "kasvun ja oppimisen toimiala", "Turun ja Kaarinan seurakuntayhtymä".
 */
export function bodyPieces(text: string, places: readonly string[]): BodyPiece[] {
  const bare = text
    .replace(/\((?:[ivx]+)\)/giu, (item) => `,${' '.repeat(item.length - 1)}`)
    .replace(/\([^()]*\)/g, (inside) => ' '.repeat(inside.length));
  const pieces: BodyPiece[] = [];
  for (const piece of bare.matchAll(/[^,;\n]+?(?=,|;|\n|(?<!-)\s(?:ja|sekä|och|samt|and)\s|$)/gu)) {
    const lead = /^\s*(?:ja|sekä|och|samt|and|muiden|muut)?\s+/u.exec(piece[0])?.[0].length ?? 0;
    const start = piece.index + lead;
    const words = piece[0].slice(lead).replace(/[.\s]+$/, '');
    const before = pieces.at(-1);
    if (before && sharesHead(before.text, words, places) && /^\s(?:ja|sekä)\s$/u.test(bare.slice(before.end, start))) {
      const end = start + words.length;
      pieces[pieces.length - 1] = { start: before.start, end, text: bare.slice(before.start, end) };
    } else if (/\p{L}{3,}/u.test(words)) pieces.push({ start, end: start + words.length, text: words });
  }
  return pieces.map((piece) => ({ ...piece, text: baseForm(piece.text.replace(/\s+/g, ' ')) }));
}

/** "Turun" and "Kaarinan seurakuntayhtymän", "kasvun" and "oppimisen toimialan": a lone genitive before another with its head. */
function sharesHead(first: string, second: string, places: readonly string[]): boolean {
  if (/\s/.test(first) || !first.endsWith('n')) return false;
  const [next = '', ...head] = second.split(/\s+/);
  if (head.length === 0 || !next.endsWith('n')) return false;
  // Bodies that lead stand in the nominative, where no list has a genitive alone: "Elinvoiman ja kilpailukyvyn palvelualue".
  if (!head.at(-1)?.endsWith('n')) return true;
  return /^\p{Ll}/u.test(first) ? /^\p{Ll}/u.test(next) : places.includes(first) && places.includes(next);
}
