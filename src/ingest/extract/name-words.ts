import { wordSet } from './localize.ts';

/**
 * Frequent first names in Finland, in Finnish, Swedish and the larger immigrant languages. Only for telling a name from other capitals where
 * nothing else does; a name that is not here is still found beside a post, a verb of saying or a contact line.
 */
export const firstNames = wordSet(`
Aada Aaro Aatos Abdi Adam Aino Aki Aku Albert Aleksi Alexander Alexandra Ali Alice Alina Amanda Amir Anders Andreas Anette Anita Anja Anna Anne Anneli Anni Annika Annikki Annina Annukka
Antero Anton Antti Anu Ari Arja Armi Arto Arttu Arvo Asko Astrid Auli Axel Barbro Benita Benjamin Berit Birgitta Bo Bjarne Björn Camilla Carina Carita Carl Carola Caroline Catharina Cecilia Charlotta
Christa Christel Christer Christian Christina Christoffer Dan Daniel Daniela David Diana Ebba Eero Eeva Eija Eila Eino Elias Elina Elisa Elisabet Elisabeth Ella Ellen Elli Elsa Emilia Emma Emmi Eric Erik Erika
Erkki Esa Esko Essi Eva Eveliina Fatima Fredrik Frida Gabriella Glenn Gunilla Gustaf Hanna Hanne Hannele Hannes Hannu Harri Heidi Heikki Heini Helena Heli Henna Henri Henrik Henriikka Henry Hilkka Håkan
Ida Iida Ilari Ilkka Ilona Inga Inger Inka Inkeri Irina Iris Irja Irma Ismo Isto Iina Jaakko Jaana Jan Jani Janina Janne Jani Jari Jarkko Jarmo Jasmin Jenna Jenni Jenny Jesse Jessica Joakim Joel Johan Johanna
John Jonas Joni Jonna Jorma Josefin Jouko Jouni Juha Juhani Juho Jukka Julia Jussi Juulia Juuso Jyri Jyrki Kaarina Kai Kaija Kaisa Kaj Kalle Kari Karin Karl Karoliina Katarina Kati Katja Katri Katriina Kauko
Kenneth Kerttu Kim Kimmo Kirsi Kirsti Kjell Klara Klaus Kristian Kristiina Kristina Krista Laila Lasse Lars Laura Lauri Leena Leif Lena Leo Liisa Linda Lotta Lotte Lilja Lina Linnea Lisa Lisbeth Louise Lucas Magnus
Maija Maiju Maija-Liisa Malin Mall Manu Marcus Mari Maria Marianne Marie Marika Marina Marita Marja Marjaana Marjo Marjukka Marjut Marko Marketta Markku Markus Martin Martti Mathias Mats Matti Mauri Mehmet Mervi Mia
Michael Mika Mikael Mikaela Mikko Milja Milla Minna Mira Mirja Mirka Mohamed Mohammed Monica Monika Monna Niclas Nea Niina Niklas Niko Nina Noora Ola Olav Olavi Olga Olli Oskari Ole Otto Outi Paavo Pasi Patrick Patrik
Paul Paula Pauli Pauliina Pekka Pentti Per Pertti Petra Petri Petteri Pia Pihla Piia Pinja Pirjo Pirkko Priya Päivi Raija Raili Raimo Rainer Raisa Ralf Rauno Reetta Reijo Reima Riikka Riina Risto Ritva Robert Robin Roger
Ronja Roope Rosa Ruut Saara Saija Saila Sakari Salla Sami Samu Samuel Samuli Sandra Sanna Sara Sari Satu Sebastian Seija Seppo Simo Sini Sirkka Sirpa Sofia Sofie Sonja Stefan Stig Stina Suvi Susanna Susanne Svetlana Sven Taina
Taneli Tanja Tapani Tapio Tarja Taru Teea Teemu Teija Teppo Terhi Tero Tessa Thomas Tia Tiia Tiina Timo Tina Titta Toivo Tom Tomi Tommi Tommy Toni Tony Tove Tuija Tuire Tuomas Tuomo Tuula Tuukka Tuuli Tuulia Ulf Ulla Ulrika Urpo
Valtteri Veera Veijo Veikko Veli Veronica Vesa Victoria Viivi Vilja Ville Virpi Virve Yrjö Yasmin`);

/** Words that stand in names of bodies, events and places, never in names of people, in lower case. */
export const bodyWords = wordSet(`
academy academi agency akademi akademin akademiska airport alliance ammattikorkeakoulu ammattiopisto archipelago area association association's attraction bank board business campus career center centre centrum city chamber club
college commerce committee community company conference congress council day days department district economic economics employment enterprise entrepreneurs exchange expo fair festival finland forum foundation fund group growth health
helsinki hospital house hub immigration initiative innovation institute institutes integration international invest job jobs jobseeker kaupunki kaupungin kaupunginhallitus kaupunginvaltuusto keskus keskuksen kommun kommunen kommunförbundet koulutuskeskus
kunta kunnan kuntaliitto lab language library liikennevalo liitto live luckan management market meetup mentoring migration minister ministry mission museum municipality museo network newsletter nordic office online open opisto opiston osaajatalo park
partners partnership parliament pilot police portal press program programme project projekt publication real region register release report research röda korset korsets school science sciences seura service services servicepoint skills social society solutions
stad stadens stadin stadion startup startups state statistics student students studio summer summit svenska säätiö talent talo tapahtuma tapahtumat team teams tech technology television theater theatre today tori town trade training
työllisyysalue työllisyyspalvelut työmarkkinatori union unit university utbildning virasto viraston vocational week winter workplace yle yliopisto yliopiston youth yrkesakademin yrkeshögskola yrkeshögskolan yrkesinstitut oy oyj ab ry rf ltd inc oyab
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring autumn christmas eu
annual advisory common comprehensive consumer contact cultural culture data dear digital director directors early educational english equal executive first for from global good head higher home human joint local main manager media
national new next northern our parental people personal point policy political private public regional related second senior share skip southern special staff strategic system the third this union us useful welcome welfare western working world your`);

/** Words with which a sentence may begin before a name, in lower case. */
export const openingWords = wordSet(`
myös lisäksi ennen jälkeen nyt nykyisin aiemmin aikaisemmin uusi uuden uudeksi uutena entinen entisen nykyinen tuleva tehtävään virkaan tehtävässä virassa tehtävää virkaa kun koska jos mutta ja sekä siksi silti vuonna viime valittu valitun nimitetty tänään eilen
sanoo kertoo toteaa kuvassa vasemmalla oikealla keskellä vasemmalta vs vt va ma mm esimerkiksi muun hän hänen tilaisuudessa puhujina terveisin teksti kuva kuvat lisätietoja yhteystiedot
också även före innan nu tidigare förra förre nya ny när om men och enligt dessutom därför i på till av hos från för med under hon han hans hennes efter sedan säger berättar bild foto text mer kontakt ytterligare information på fotot från vänster höger
also now before earlier formerly previously outgoing former new when if but and according however for with after since says said by from to at in on as he she his her photo image text pictured left right contact media dear about meet`);
