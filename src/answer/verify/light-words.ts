/**
 * Words that claim little by themselves: being, having, taking part, counting, beginning, saying. A sentence may use them where its evidence has others;
 * what they are said of is looked at apart.
 */
const words = `
olla ollut olleet tulee tulevat tuli pitää saa saavat sai saatu antaa antoi tekee tekevät teki tehdään tehtiin toimii toimivat toimi toiminut toimia kuuluu kuuluvat kuului sisältää sisältyy
koskee koskevat käsittää muodostaa muodostuu muodostui syntyi syntyy alkaa alkoi alkoivat aloittaa aloitti aloitti käynnistyi päättyy päättyi kestää kesti jatkuu jatkui toteutetaan toteutettiin toteutuu
auttaa auttavat löytää löytämään tukea kertoo kertoi mukaan mainitaan nimetty nimetään nimennyt osallistuu osallistuivat osallistui uusi uudet uusia uuden muu muut muun muassa muiden esimerkiksi
osuus osuuden määrä määrän luku yhteensä noin lähes prosenttia prosentti prosentin henkeä henkilöä kappaletta vuosi vuodessa vuosittain kuukausittain kuukaudessa kausi välillä ajalla aikana alusta lopussa alussa loppuun
suunnattu tarkoitettu nykyisin nyt tällä hetkellä toistaiseksi edelleen samalla sen sijaan lisäksi vastuu päävastuu vastaa vastaavat
yhteistyökumppani yhteistyökumppanit yhteistyökumppaneita yhteistyökumppaneina samarbetspartnerna samarbetspartners
kumppani kumppanit kumppanina kumppaneita yhteistyö yhteistyössä yhteistyötä yhdessä partner partners partnern samarbete samarbetar samarbetspartner tillsammans
cooperate cooperates cooperation collaborate collaborates collaboration work works working together among
tuella avulla kautta johdosta stöd hjälp
vara blivit bli blev blir får fick fått ger gav gett gör gjorde görs hör ingår omfattar består utgör utgöra utgjorde bildar bildas bildades uppstår uppstod börjar började inleds inledde tillträder
slutar slutade pågår pågick fortsätter fortsatte genomförs genomfördes utvecklas utvecklades hjälper stöder uppger uppges säger gäller nämns nämner namnges deltar deltog deltagit ny nya nytt andra annat bland annat
övriga arbete arbetet andel andelen antal antalet siffra sammanlagt totalt cirka ungefär procent personer stycken år året årligen månad varje månaden period perioden mellan början slutet närmast kommer kom
riktar riktad avsedd nuvarande nu fortfarande samtidigt i stället istället dessutom ansvar ansvaret ansvarar leds leder varken vardera syftar syftet redan
make makes made making up become becomes became get gets got give gives gave given take takes took taken part include includes included including cover covers covered consist consists form forms formed create
creates created start starts started begin begins began run runs ran end ends ended last lasted continue continues continued carry carried help helps helped support say says said state states stated tell mention
mentioned name names named new other others more than less share number figure total about around almost per cent percent percentage people person year years yearly annually month months monthly period between
valittu valittiin valitaan vald valts valdes chosen selected previously formerly earlier worked aiempi aiemmin
kertaa gånger times emot månaden kuukauden työpaikka arbetsplats workplace
position post job task tjänst tjänsten uppdrag uppdraget tehtävä tehtävän tehtävässään virka viran
beginning end aimed meant intended currently now still same time instead addition also responsible responsibility lead leads led stood stand stands neither each half
`;

const light: ReadonlySet<string> = new Set(words.split(/\s+/u).filter((word) => word !== ''));

/** True when each word of a folded phrase claims little by itself. */
export function isLight(phrase: string): boolean {
  return phrase.split(/[\s-]+/u).every((word) => light.has(word));
}
