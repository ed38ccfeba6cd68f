/** Words that begin sentences, or are written with a capital in English titles, without being names: those that the documents may not have. */
const words = `
vanhempi vanhemman vanhemmassa uudempi uudemman uusin uusimman viimeisin viimeisimmän aiempi aiemman aiemmin aikaisemman aikaisemmin alun
myöskään myös lisäksi sen sijaan siitä siihen samalla silti kuitenkin tosin nykyinen nykyisin nykyään tällä tähän tämän tästä toistaiseksi
tavoitteena tarkoituksena lähes noin yli alle yhteensä vuonna vuosina vuoden vuotta vuoteen asiakirja asiakirjan asiakirjassa asiakirjat
toimenpide toimenpiteen toimenpiteelle toimenpiteestä tavoite tavoitteen keskus ohjelma ohjelman ohjelmasta hanke hän hänen heidän he se ne
ei eivät kyllä mukana muut muiden muita muun yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen
jäsenmäärä jäseniä osallistujia asiakkaita asiakkaista henkilöstöstä koulutukseltaan ennen jälkeen mennessä
äldre ett en ett den det de dessa denna detta dessutom dock däremot därför också även enligt i inom från sedan samtidigt sammanlagt totalt
ungefär nästan över under målet målsättningen syftet dokumentet dokument åtgärd åtgärden mål programmet hon han deras hans hennes nej ja inte
ingen inga varje året år åren tidigare numera för närvarande nuvarande två tre fyra fem sex sju åtta nio tio av bland efter före vid
jämfört utöver medlemmarna deltagarna kunderna personalen
older newer newest latest earlier previously originally according however also besides instead meanwhile currently today overall about almost nearly over
under its their his her he she it they the a an this that these those no not yes none each every goal goals measure measures programme program
document documents follow-up follow target targets timetable partner partners responsibility membership members customers people two three four five six
seven eight nine ten between during since until from in on at by for as of with city city’s state government municipality staff
responsible responsibility`;

const common: ReadonlySet<string> = new Set(words.split(/\s+/u).filter((word) => word !== ''));

/** True for a folded word that is no name wherever it stands. */
export function isCommon(word: string): boolean {
  return common.has(word);
}
