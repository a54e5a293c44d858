/**
 * Datasets that Resolution No. 835 asks for, in English by their codes: the portal’s own translation, shortened where the
 * resolution lists details. The names that hold are the Ukrainian ones of the table `mandated-datasets`.
 */
const titles: Readonly<Record<string, string>> = {
  "all-001":
    "Directory of subordinate enterprises, institutions and organisations with their codes and contacts",
  "all-002": "Organisational structure of the publisher",
  "all-003": "Norms approved by the publisher that the law makes public",
  "all-004":
    "National standards whose observance gives a presumption of conformity with technical regulations",
  "all-005": "Reports, including those on answers to information requests",
  "all-006": "The system of records and the kinds of information the publisher keeps",
  "all-007": "Register of datasets the publisher holds",
  "all-008":
    "Administrative data in the sense of the Law on State Statistics that must be published",
  "all-009":
    "Normative and individual acts adopted, drafts open to discussion, information on regulatory policy",
  "all-010": "Financial statements of state and municipal enterprises",
  "all-011": "Regulatory acts with dates of force and terms of tracking their effect",
  "all-012": "Yearly summary of how state and municipal enterprises fulfil their financial plans",
  "all-013": "Plan of drafting regulatory acts",
  "all-014": "Property received as international technical assistance",
  "rec2025-12": "Legal grounds of the publisher’s work",
  "rec2025-17": "Results of the information audit",
  "mun-001": "Main provisions of general plans of settlements and detailed plans of territories",
  "mun-002": "List of municipal property",
  "mun-003": "Municipal property let or given into use, with the terms",
  "mun-004": "Unused municipal land and premises that may be given into use",
  "mun-005": "Results of radiation monitoring",
  "mun-006": "Public money spent on building and repairing roads, and progress of the works",
  "mun-007":
    "General plans of settlements, historical and architectural plans, zoning and detailed plans with their drafts",
  "mun-008": "Location of public transport in real time",
  "mun-009": "Reports on how municipal enterprises fulfil their financial plans",
  "mun-010": "Passports of local budget programmes",
  "mun-011": "Reports on passports of local budget programmes",
  "mun-012": "Title lists of repairs, construction, reconstruction and improvement",
  "mun-013": "Advertising structures",
  "mun-014": "Register of debts of municipal enterprises",
  "mun-015": "Investment agreements with their annexes",
  "mun-016": "Places and means of trade: mobile, seasonal and other",
  "mun-017": "Layouts of seasonal trade",
  "mun-018": "Fairs: terms, places, their number and price, organisers and agreements",
  "mun-019": "Location of public toilets",
  "mun-020": "Developers’ contributions to the settlement’s infrastructure and their use",
  "mun-021": "Carriers of passengers by road and their routes",
  "mun-022": "Vehicles serving bus, trolleybus and tram routes",
  "mun-023": "Timetable of public transport",
  "mun-024": "Location of public transport stops",
  "mun-025": "Land plots offered for building",
  "mun-026": "Concluded contracts with their annexes",
  "mun-027": "Current lists of owners and tenants of local land plots",
  "mun-028":
    "Medicines bought with budget money, their distribution and remains in health institutions",
  "mun-030": "Planning schemes of territories and zoning plans",
  "mun-031": "Roll-call votes of councillors at plenary sittings",
  "mun-032": "Councillors of local councils with contacts and reception hours",
  "mun-033": "Greenery to be removed, by the acts of its inspection",
  "mun-035": "Accessibility of buildings for people with disabilities and reduced mobility",
  "mun-036": "Tariffs of utilities",
  "mun-037": "Appeals to hotlines, emergency dispatchers and call centres",
  "mun-038": "Electronic petitions, their signatories and results",
  "mun-039": "Participatory budget: projects, votes, and how supported projects are carried out",
  "mun-040": "Municipal property to be privatised",
  "mun-041": "Parking: sites, operators, equipment and work",
  "mun-042": "Address register",
  "mun-043": "Administrative services provided",
  "mun-044": "Building passports issued",
  "mun-045": "Medical staff of health institutions",
  "mun-046": "Teaching staff of educational institutions",
  "mun-047": "Medical equipment of municipal health institutions",
  "mun-048": "Location of special vehicles of utilities, improvement, construction and repairs",
  "mun-049": "List of budget programmes",
  "mun-050": "List of target programmes",
  "mun-051": "List of budget spending units",
  "mun-053":
    "Preschool, secondary, out-of-school and vocational institutions with their statistics",
  "mun-054": "Queues of children to kindergartens",
  "mun-055": "Catchment areas of schools",
  "mun-056": "Urban planning cadastre, including geospatial data",
  "mun-057": "Permits to disturb improved public places",
  "mun-058": "Queue for municipal land plots",
  "mun-059": "Citizens who need better housing (the housing queue)",
  "mun-060": "Consumption of energy, gas, fuel and water by municipal enterprises and institutions",
  "mun-061": "Charitable aid received and used",
  "mun-062": "Urban planning conditions and restrictions issued",
  "mun-063":
    "Planned and actual payments for municipal leases, temporary structures and advertising",
  "mun-064":
    "State architectural and building control: plans of inspections and documents drawn up",
  "mun-065":
    "Municipal health institutions with gynaecological and mammological equipment suited to people with disabilities",
  "rec2025-64": "Location of temporary structures",
  "rec2025-65": "Location of municipal waste containers",
  "rec2025-66": "Location of municipal waste management facilities",
  "rec2025-67": "Catching, sterilising and identifying stray animals",
  "rec2025-68": "Playgrounds, sports grounds and other grounds",
  "rec2025-69": "Fines for breaking parking rules",
  "rec2025-70": "Location of places for walking pets",
  "rec2025-71": "Location of video surveillance cameras",
  "rec2025-72": "Location of civil protection shelters",
  "rec2025-73": "Location of charging stations",
  "rec2025-74": "Operating characteristics",
  "rec2025-75": "Burial registers",
  "rec2025-76": "Contracts on municipal waste management services",
};

/** The categories the resolution puts them into. */
const categories: Readonly<Record<string, string>> = {
  "без категорії": "Without a category",
  "Архітектура та містобудування": "Architecture and urban planning",
  "Комунальна власність": "Municipal property",
  "Навколишнє середовище": "Environment",
  Інфраструктура: "Infrastructure",
  "Громадський транспорт": "Public transport",
  "Бюджет та фінанси": "Budget and finance",
  Торгівля: "Trade",
  "Охорона здоров’я": "Health",
  "Місцеві ради": "Local councils",
  "Участь громадськості": "Public participation",
  Освіта: "Education",
};

type Named = { uk: string; en?: string };
const named = (uk: string, en: string | undefined): Named =>
  en === undefined ? { uk } : { uk, en };

/** A mandated set’s name in both languages; one that a portal has added itself in its own alone. */
export const mandatedTitle = ({ code, title }: { code: string; title: string }): Named =>
  named(title, titles[code]);

/** A category’s name in both languages, as a heading has it. */
export const mandatedCategory = (category: string): Named =>
  named(category.charAt(0).toUpperCase() + category.slice(1), categories[category]);
