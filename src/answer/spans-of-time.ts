const amount =
  '(?:yhde|kahde|kolme|neljä|viide|kuude|seitsemä|kahdeksa|yhdeksä|kymmene)n|(?:yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|puoli|puolen|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|ett halvt|one|a|two|three|four|five|six|seven|eight|nine|ten|half a)';
const unitOfTime =
  '(?:vuo(?:si|tta|den|deksi|dessa)|kuukau(?:si|tta|den|deksi|dessa)|viik(?:ko|koa|on|oksi|ossa)|päiv(?:ä|ää|än|äksi|ässä)|tun(?:ti|tia|nin|nissa)|år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|timm(?:e|ar)|years?|months?|weeks?|days?|hours?)';
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
