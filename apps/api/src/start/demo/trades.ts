import { abroad, bought, PHONE, shop, someone, TRAIN, type Trade, type TradeKey } from './trade.ts'

/** Invented customers and purchases; amounts of a small activity. */
export const TRADES: Readonly<Record<TradeKey, Trade>> = {
  sewing: {
    vatRateBp: 2_000,
    sales: { count: [4, 8], euros: [60, 320] },
    customers: [
      someone('card'),
      someone('cash'),
      shop('Théâtre de la Girandole'),
      shop('Boutique Wax & Co'),
      abroad('Atelier Sandaga', 'SN', 'XOF', 'orange_money'),
    ],
    expenses: [
      bought('production_purchase', 'tissu wax et bazin', [60, 260], { chance: 85 }),
      bought('supplies', 'fil, boutons, fermetures', [12, 60]),
      PHONE,
    ],
    trip: { km: [20, 140], reason: 'essayages chez les clientes' },
  },
  catering: {
    vatRateBp: 1_000,
    sales: { count: [3, 6], euros: [180, 780] },
    customers: [
      shop('Mairie de Montreuil'),
      shop('Association Les Voisines'),
      someone('card', 'mariage'),
      someone('cheque', 'baptême'),
      shop('Studio Bleu'),
    ],
    expenses: [
      bought('production_purchase', 'légumes, riz, viande', [120, 420], {
        vatPercent: 5.5,
        chance: 95,
      }),
      bought('supplies', 'barquettes et contenants', [25, 90]),
      bought('parking', 'stationnement livraison', [6, 28]),
      PHONE,
    ],
    trip: { km: [60, 260], reason: 'livraisons et marché de Rungis' },
  },
  import: {
    vatRateBp: 550,
    sales: { count: [3, 6], euros: [220, 950] },
    customers: [
      shop('Épicerie Sahel'),
      shop('Biocoop Croix de Chavaux'),
      shop('Restaurant Le Kilimandjaro'),
      someone('card', 'marché'),
    ],
    expenses: [
      bought('production_purchase', 'épices en gros', [180, 620], { vatPercent: 0, chance: 90 }),
      bought('supplies', 'sachets et étiquettes', [30, 110]),
      bought('other', 'transport et dédouanement', [60, 210], { chance: 45 }),
      TRAIN,
    ],
    trip: { km: [40, 180], reason: 'livraisons en boutique' },
  },
  cosmetics: {
    vatRateBp: 2_000,
    sales: { count: [4, 8], euros: [70, 380] },
    customers: [
      someone('card', 'marché de Noël'),
      shop('Pharmacie du Centre'),
      shop('Institut Ébène'),
      someone('wave'),
      abroad('Coopérative Talmest', 'MA', 'EUR'),
    ],
    expenses: [
      bought('production_purchase', 'karité, huiles, argile', [70, 290], { chance: 85 }),
      bought('supplies', 'flacons et étiquettes', [25, 120]),
      PHONE,
    ],
  },
  computing: {
    vatRateBp: 2_000,
    sales: { count: [2, 4], euros: [450, 1_450] },
    customers: [
      shop('Cabinet Rivière'),
      shop('Association Passerelles'),
      shop('École Jean-Zay'),
      abroad('Baobab Digital', 'CI', 'XOF'),
      abroad('Greenfield Ltd', 'GB', 'EUR'),
    ],
    expenses: [
      bought('other', 'hébergement et licences', [25, 95], { chance: 80 }),
      bought('supplies', 'matériel informatique', [40, 180], { chance: 35 }),
      bought('restaurant', 'déjeuner avec un client', [18, 46], { vatPercent: 10, chance: 30 }),
      PHONE,
      TRAIN,
    ],
    trip: { km: [30, 160], reason: 'interventions sur place' },
  },
  bicycle: {
    vatRateBp: 2_000,
    sales: { count: [2, 4], euros: [260, 820] },
    customers: [
      shop('Olvo'),
      shop('Fleurs de Montreuil'),
      shop('Imprimerie du Parc'),
      someone('card', 'dépannage'),
    ],
    expenses: [
      bought('supplies', 'chaînes, pneus, freins', [25, 120], { chance: 75 }),
      bought('insurance', 'assurance du vélo-cargo', [18, 32], { vatPercent: 0, chance: 90 }),
      PHONE,
    ],
  },
  books: {
    vatRateBp: 550,
    sales: { count: [4, 8], euros: [60, 360] },
    customers: [
      shop('Bibliothèque Robert-Desnos'),
      someone('card', 'salon du livre'),
      shop('École Paul-Lafargue'),
      someone('cash', 'marché'),
    ],
    expenses: [
      bought('production_purchase', 'livres', [90, 420], { vatPercent: 5.5, chance: 90 }),
      bought('other', 'stand', [40, 140], { chance: 30 }),
      TRAIN,
    ],
  },
  translation: {
    vatRateBp: 2_000,
    sales: { count: [2, 4], euros: [240, 900] },
    customers: [
      shop('Agence Polyglotte'),
      shop('Tribunal de Bobigny'),
      abroad('Verlag Morgen', 'DE', 'EUR'),
      abroad('Rabat Lex', 'MA', 'EUR'),
    ],
    expenses: [bought('other', 'logiciel de traduction', [18, 45], { chance: 80 }), PHONE, TRAIN],
  },
  care: {
    vatRateBp: 1_000,
    sales: { count: [3, 6], euros: [110, 420] },
    customers: [
      someone('cheque', 'famille Lemoine'),
      someone('transfer', 'famille Sissoko'),
      someone('card', 'famille Arnaud'),
      shop('Crèche Les Petits Pas'),
    ],
    expenses: [
      bought('supplies', 'jeux et matériel', [15, 70], { chance: 50 }),
      bought('train', 'passe Navigo', [44, 44], { vatPercent: 10, chance: 90 }),
    ],
  },
  craft: {
    vatRateBp: 2_000,
    sales: { count: [2, 5], euros: [140, 720] },
    customers: [
      someone('card', 'atelier ouvert'),
      shop('Café La Commune'),
      shop('Concept store Ivry'),
      someone('cheque'),
      abroad('Maison Goro', 'NE', 'XOF'),
    ],
    expenses: [
      bought('production_purchase', 'matières premières', [50, 310], { chance: 80 }),
      bought('electricity', 'part du four et de l’atelier', [18, 75], { chance: 50 }),
      bought('supplies', 'petit outillage', [15, 95], { chance: 40 }),
    ],
    trip: { km: [20, 120], reason: 'expositions et livraisons' },
  },
  image: {
    vatRateBp: 2_000,
    sales: { count: [2, 4], euros: [280, 1_100] },
    customers: [
      shop('Ville de Bagnolet'),
      shop('Festival Africolor'),
      someone('card', 'portrait'),
      abroad('Studio Plateau', 'CI', 'XOF'),
    ],
    expenses: [
      bought('supplies', 'cartes, piles, tirages', [20, 130]),
      bought('taxi', 'taxi avec matériel', [18, 52], { vatPercent: 10, chance: 30 }),
      bought('restaurant', 'repas de tournage', [22, 64], { vatPercent: 10, chance: 30 }),
      PHONE,
    ],
    trip: { km: [30, 210], reason: 'reportages' },
  },
  teaching: {
    vatRateBp: 2_000,
    sales: { count: [3, 6], euros: [130, 480] },
    customers: [
      shop('Centre social Les Pyramides'),
      shop('Comité d’entreprise Eiffel'),
      someone('transfer', 'stage'),
      someone('cash', 'cours'),
    ],
    expenses: [
      bought('other', 'location de salle', [40, 160], { chance: 70 }),
      bought('supplies', 'supports et photocopies', [10, 55]),
      TRAIN,
    ],
  },
  hair: {
    vatRateBp: 2_000,
    sales: { count: [5, 9], euros: [50, 210] },
    customers: [
      someone('cash'),
      someone('card'),
      someone('wave'),
      shop('Production Arc-en-ciel'),
      abroad('Salon Bonapriso', 'CM', 'XAF', 'orange_money'),
    ],
    expenses: [
      bought('production_purchase', 'mèches et soins', [40, 190], { chance: 85 }),
      bought('supplies', 'serviettes, peignes', [12, 48]),
      PHONE,
    ],
  },
  garden: {
    vatRateBp: 1_000,
    sales: { count: [2, 5], euros: [160, 620] },
    customers: [
      shop('Syndic Bellevue'),
      someone('cheque', 'jardin rue des Roches'),
      shop('Ferme urbaine du Fort'),
      someone('card', 'composition'),
    ],
    expenses: [
      bought('production_purchase', 'plants et terreau', [40, 240], { vatPercent: 10, chance: 80 }),
      bought('van_fuel', 'carburant de la camionnette', [35, 110], { chance: 55 }),
      bought('toll', 'péage', [6, 22], { chance: 20 }),
    ],
    trip: { km: [80, 320], reason: 'chantiers' },
  },
  islands: {
    vatRateBp: 550,
    sales: { count: [3, 5], euros: [180, 760] },
    customers: [
      shop('Pâtisserie Lune'),
      shop('Comptoir des Îles'),
      abroad('Hôtel Itsandra', 'KM', 'KMF'),
      someone('card', 'salon'),
    ],
    expenses: [
      bought('production_purchase', 'vanille et ylang-ylang', [150, 480], {
        vatPercent: 0,
        chance: 90,
      }),
      bought('other', 'fret aérien', [60, 190], { chance: 40 }),
      PHONE,
    ],
  },
  guinea: {
    vatRateBp: 2_000,
    sales: { count: [3, 6], euros: [150, 640] },
    customers: [
      shop('Boutique Madina'),
      someone('card', 'marché'),
      abroad('Coopérative Kindia', 'GN', 'GNF'),
      shop('Galerie du Nord'),
    ],
    expenses: [
      bought('production_purchase', 'pagnes teints', [90, 380], { vatPercent: 0, chance: 90 }),
      bought('other', 'envoi de colis', [25, 120], { chance: 50 }),
      PHONE,
    ],
  },
}
