const amount =
  '(?:yhde|kahde|kolme|neljä|viide|kuude|seitsemä|kahdeksa|yhdeksä|kymmene)(?:n|ssa|ssä|sta|stä|ksi)|(?:yhteen|kahteen|kolmeen|neljään|viiteen|kuuteen|seitsemään|kahdeksaan|yhdeksään|kymmeneen|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|puoli|puolen|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|ett halvt|one|a|two|three|four|five|six|seven|eight|nine|ten|half a)';
const unitOfTime =
  '(?:vuo(?:si|tta|den|deksi|dessa|desta|teen)|kuukau(?:si|tta|den|deksi|dessa|desta|teen)|viik(?:ko|koa|on|oksi|ossa|osta|koon)|päiv(?:ä|ää|än|äksi|ässä|ästä)|tun(?:ti|tia|nin|nissa|nista|tiin)|år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|timm(?:e|ar)|years?|months?|weeks?|days?|hours?)';
/** "47 päivää", "viiden vuoden", "kuukauden kuluessa", "1.9.2024–31.8.2029", "2024–2027", "till den 31 mars". */
export const spanOfTime = new RegExp(
  [
    `(?:\\d|${amount})\\s(?:\\p{L}+\\s)?${unitOfTime}(?!\\p{L})`,
    `${unitOfTime}\\s(?:kuluessa|sisällä|ajan|välein)`,
    '(?:inom|within|varje|every|per|i)\\s(?:en\\s|ett\\s|a\\s|an\\s)?(?:dag|vecka|månad|år|day|week|month|year)(?!\\p{L})',
    '\\d{4}\\s?[–-]\\s?(?:\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?)?\\d{4}',
    '(?<!\\p{L})(?:saakka|asti|loppuun|utgången av|to the end|viikoittain|kuukausittain|vuosittain|till den|till och med|fram till|until)(?!\\p{L})',
  ].join('|'),
  'iu',
);

/** Says how long something takes or lasts, within what time it comes, or how often. */
export function saysSpanOfTime(words: string): boolean {
  return spanOfTime.test(words);
}
