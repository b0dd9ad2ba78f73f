/** Names as they are written, by language; those of the last two are in letters that the font lacks. */
export const NAMES: Readonly<Record<string, string>> = {
  français:
    'Zoé Lefèvre|François Œuvrard|Noël Garçon|Aÿ Château|Maël Naudé|Léa Hervé-Ÿves|Inès Dupré|Cédric L’Huillier|Agnès Bœuf|Théo Forêt|Anaïs d’Août|Hélène Çaÿ',
  wolof:
    'Ñaañ Ndiaye|Mbañ Gnaŋ|Ndèye Ŋom|Aïda Ñing|Ngoné Ŋdaw|Coumba Sëñ|Yàcin Jóob|Bàbbakar Gey|Ñuul Sàll|Xadi Caam|Mbëgg Ñaŋ|Séynabu Ŋalla',
  pulaar:
    'Ɓaaba Ɗem|Ƴero Ɓaldé|Ɗawda Ɓâ|Ɲaɲe Ɓarry|Kumba Ƴaaya|Ɓoyi Ŋaari|Demmba Ɗiɗo|Aamadu Ƴettoore|Ɓinta Ɲaama|Haɓi Ɗoole|Yaaya Ɓooɓo|Raki Ŋalƴa',
  bambara:
    'Fanta Kɛita|Bɔkari Jɛjɛ|Ɲagalɛn Dɛnbɛlɛ|Sɛku Turɛ|Ɲɛba Kulubali|Mɔdibo Jara|Ŋɔlɔ Tarawele|Kɔrɔtimi Dɛmbɛlɛ|Ɲɔnɔn Sangarɛ|Sɔgɔlɔn Kɔndɛ|Bɛmba Fɔfana|Dɔkala Ŋana',
  soninké:
    'Xadija Ñaxate|Sira Ŋaanu|Demba Ñangaanu|Kunba Ŋelu|Yahaya Xasonke|Jaxa Ñaaxe|Fatu Ŋalle|Musa Jaawara|Wagi Ñoogu|Hawa Sillaŋ|Bakari Ñuumu|Mamadu Xoŋ',
  ewe: 'Kɔfi Ɖotsɛ|Afi Agbɔdza|Yawo Ƒogã|Ɖela Ŋutsu|Kɔku Ɣeli|Ama Ʋɔ|Eʋe Ŋlɔ|Sɛnam Ɖɔɖɔ|Mawuli Ɛɖe|Akɔsua Ŋkɔ|Ɣevi Ʋui|Ƒemi Dzɔɖo',
  twi: 'Kɔfi Ɛsi-Mensah|Akɔsua Ɔfɔriwaa|Yaw Ɔsɛi|Abena Ɔkyerɛ|Kwɛku Ɔdɔɔ|Ɛfua Ankɔma|Ɔkɔmfo Anɔkye|Adwoa Ɛnyɔnam|Kwame Ɔpɔku|Ama Ɛdɛ|Ekow Ɔsabarima|Araba Ɔtɔɔ',
  yoruba:
    'Ẹbùn Ọlá|Ṣadé Adébáyọ̀|Ọlá Ṣówándé|Bọ́lá Akínṣẹ̀yẹ|Tọ́pẹ́ Ògúnbíyì|Ẹniọlá Ọ̀ṣọ́|Fẹ́mi Ṣẹ́gun|Àjọkẹ́ Ọdún|Ìyábọ̀ Ẹ̀gbá|Yẹ́misí Ọ̀ṣun|Kẹ́hìndé Àṣà|Ṣọlá Ọyẹ́',
  igbo: 'Ịfẹ Nwaọ|Chịọma Ụzọ|Ọbịageli Ọkọ|Ụchenna Eze|Nkịrụka Ọma|Ọnyịnye Ụba|Ifeọma Ọbị|Ụgọchi Ọha|Ndụka Ịkẹ|Ṅkem Ọṅwa|Amaọgechi Ịba|Kelechị Ọdị',
  hausa:
    'Ɓala Ƙofa|Ɗan Ƙasa|Ƴar Ɗaki|Kaɗe Ɓauna|Haɗiza Ƙaura|Saɗiya Ɓoye|Ƙanƙara Ɗaya|Ƴan Ɓera|Auɗu Ƙira|Ɗiya Saƙo|Ɓarna Ƴanci|Rakiya Ƙwari',
  lingala:
    'Mbɔ́tɛ Ngɔ́lɔ|Lɔ́ndɔ́ Bɔkɔ́|Ɛlɛ́ngi Mɔtɛ́|Nsɔ́mi Bɛ́|Mokɔ́ Ɛkɛ́|Lɔbɔ́kɔ Nzɛ́|Bolingo Kɛ́ba|Mwɛ́nɛ Sɔ́|Kɔngɔ́ Tɛ́|Nzambɛ Lɛ́lɔ|Bokɔ́nɔ Mɛ́|Yɔ́kɔ Ndɛ́',
  vietnamien:
    'Nguyễn Thị Ánh|Trần Văn Đức|Lê Hoàng Phượng|Phạm Quốc Việt|Hồ Ngọc Hà|Vũ Đình Trọng|Đặng Thùy Trâm|Bùi Xuân Phái|Ngô Bảo Châu|Võ Nguyên Giáp|Đỗ Mười|Lý Thường Kiệt',
  polonais:
    'Łukasz Żółć|Świętosława Gęś|Zażółć Gęślą|Jaźń Ćma|Wisława Szymborskań|Mścisław Źrebię|Błażej Kołłątaj|Grażyna Łoś|Agnieszka Wójcik|Sławomir Dąb|Żaneta Ślęża|Ździsław Pięć',
  tchèque:
    'Žižek Řehoř|Jiří Dvořák|Šárka Čapková|Ďuro Ťapák|Zdeněk Ňuf|Růžena Němcová|Ľubica Ŕ|Štěpán Hřebec|Božena Škvorecká|Václav Kůň|Bedřich Žďár|Květa Běhounková',
  roumain:
    'Ștefan Țepeș|Ionuț Brâncuși|Mădălina Câmpeanu|Înălțare Știrbei|Cătălin Țară|Răzvan Mureșan|Ținca Păunescu|Ștefania Bălăiță|Ilie Năstase|Simona Țuțea|Mihnea Întors|Ana Blandiană',
  turc: 'Şahin Öğüt|İbrahim Işık|Ğamze Çelik|Gülşen Yıldız|Ömer Şükrü|İnci Ağaoğlu|Çağrı Üzüm|Işıl Karadağ|Barış Doğan|Aygül İpek|Şule Gökçe|Müjde Çiğdem',
  portugais:
    'João Conceição|Inês Guimarães|Simão Brandão|Ângela Coração|Antônio Araújo|Vitória Lourenço|Estêvão Falcão|Mónica Simões|Zé Assunção|Fátima Patrão|Luís Camões|Mário Sá-Carneiro',
  espagnol:
    'Íñigo Muñoz|Begoña Núñez|Ángel Güemes|Óscar Peña|María José Ibáñez|Raúl Señorís|Úrsula Argüello|Iñaki Zúñiga|Agustín Cañas|Verónica Piñeiro|Martín Ordóñez|Ximena Pingüe',
  islandais:
    'Þórður Ægisson|Guðrún Ýr|Björk Guðmundsdóttir|Snæfríður Þöll|Óðinn Þorláksson|Ásdís Höð|Sæþór Ólafsson|Ingibjörg Ósk|Þuríður Eyjólfsdóttir|Hallgrímur Örn|Aðalheiður Mý|Sigurður Þór',
  hongrois:
    'Őrsi Űrhajós|Gyöngyi Tűz|Ödön Hőgyes|Árpád Fűtő|Zsófia Kovács|Jenő Szűcs|Erzsébet Vörös|Győző Nyúl|Ágnes Bőr|Dezső Kosztolányi|Írisz Ürge|Tünde Gáspár',
  lituanien:
    'Žydrūnas Šarūnas|Ąžuolas Ėgis|Rūta Kęstutytė|Živilė Ųdra|Mindaugas Šliūpas|Eglė Įgula|Česlovas Žemaitis|Ieva Gabrielė Ūsė|Vytautas Čiurlionis|Jūratė Šėma|Liūtas Ąsa|Gintarė Ežerė',
  grec: 'Γιώργος Παπαδόπουλος|Ελένη Ιωάννου|Ζωή Κωνσταντίνου|Άννα Μαΐου|Νίκος Καζαντζάκης|Όλγα Βλάχου|Ήρα Ξένου|Φώτης Ψαρράς|Έφη Χρήστου|Ύλη Θεοδώρου|Ώρα Σπύρου|Αΐντα Ρήγα',
  ukrainien:
    'Ґалаґан Їжак|Єва Щербак|Юлія Ївженко|Ірина Ґудзь|Олександр Шевченко|Мар’яна Ющенко|Сергій Жадан|Леся Українка|Євген Ґерета|Віра Хмельницька|Іван Їлка|Ольга Кобилянська',
  arabe:
    'عائشة بنت محمد|يوسف الحداد|خديجة العلوي|عمر بن سعيد|فاطمة الزهراء|إبراهيم خليل|زينب منصور|حسن الشريف|مريم صالح|علي الطيب|سلمى نور|طارق عزيز',
  amharique:
    'አበበ ቢቂላ|ኃይለ ገብረ|ሰላም ተስፋዬ|ብርሃን መኮንን|ዘነበች ወርቁ|ታደሰ ለማ|ሐና በቀለ|ጌታቸው አሰፋ|ሙሉ ንጉሤ|ፀሐይ ከበደ|ገነት ዓለሙ|ዮሐንስ ኃይሉ',
}

/** Scripts that the embedded fonts cannot print: these names are refused, never changed. */
export const REFUSED: ReadonlySet<string> = new Set(['arabe', 'amharique'])
