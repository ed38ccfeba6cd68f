import { languages } from '../domain/language.ts';

let countries: RegExp | undefined;

/** The name of a country but Finland in any of the languages, whatever its case ending; put together when it is first asked for. */
export function countryName(): RegExp {
  countries ??= new RegExp(`(?<!\\p{L})(?:${countryForms().join('|')})`, 'u');
  return countries;
}

/** Its name is how the Finnish word for feedback begins. */
const palau = 'PW';

/** A short name stands whole, with a case ending at most: "Perustetaan" begins as Peru does. */
function countryForms(): string[] {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => code !== 'FI' && code !== palau);
  const names = languages.flatMap((language) => {
    const named = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => named.of(code) ?? []);
  });
  const forms = names
    .filter((name) => /^\p{L}{4,}$/u.test(name) && name !== 'Oman')
    .map((name) => (name.length <= shortName ? `${name}\\p{L}{0,4}(?!\\p{L})` : name.slice(0, -1)));
  return [...new Set(forms)];
}

/** A name of so many letters begins many other words. */
const shortName = 5;
