import type { Composing } from './draft.ts';
import { compileWords } from './word-patterns.ts';

/** True when a count of what has happened is asked for and the words only tell what is or was expected, or wanted. */
export function tellsExpectation({ intents, text }: Composing['question'], words: string): boolean {
  const asked = text.toLowerCase();
  const said = words.toLowerCase();
  return (
    intents.has('count') &&
    happened.test(asked) &&
    !expected.test(asked) &&
    expected.test(said) &&
    !fulfilled.test(said)
  );
}

const happened = compileWords({
  fi: 'kävi | kävivät | oli | olivat | osallistui | osallistuivat | tuli | tulivat | saapui | sai | saivat | vieraili | haki | hakivat | ilmoittautui | kertyi | saatiin | *ttiin | on käynyt | on osallistunut | on tullut | on saatu | on saanut | on ollut',
  sv: 'kom | besökte | deltog | hade | fick | sökte | var | blev | gick | anmälde | har … besökt | har … deltagit | har … kommit | har … fått | har … sökt',
  en: 'did | came | visited | attended | took part | had | got | was | were | applied | turned up | showed up | have … visited | have … taken part | have … attended',
});

const expected = compileWords({
  fi: 'odotetaan | odotettiin | odotettavissa | odottaa | odotti | arvioitiin | arvioidaan | ennakoidaan | varaudutaan | tavoitteena | tavoitellaan | pyritään | on määrä',
  sv: 'räknar med | räknade med | räknas med | räkna med | väntas | väntades | förväntas | förväntades | väntar sig | beräknas | beräknades | siktar på | målet',
  en: 'expect | expects | expected | anticipated | is estimated to | are estimated to | aims | aim | target',
});

/** "Fifty were expected, but …": what came of it is told as well. */
const fulfilled = compileWords({ fi: 'mutta | kuitenkin', sv: 'men | däremot', en: 'but | however' });
