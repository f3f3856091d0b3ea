//! Labels of the reference: the order of evaluation, the myth cards, the glossary.

/// See the module.
#[derive(Debug)]
pub struct ReferenceStrings {
    /// Title of the sheet.
    pub title: &'static str,
    /// Name of the list of sections.
    pub sections: &'static str,
    /// The order of evaluation, in a word.
    pub order: &'static str,
    /// The rule book, in a word.
    pub rules: &'static str,
    /// The myth cards, in a word.
    pub cards: &'static str,
    /// The glossary.
    pub glossary: &'static str,
    /// Leaves the sheet.
    pub leave: &'static str,
    /// Name of the field in which words are searched.
    pub search: &'static str,
    /// Nothing has what is searched.
    pub none: fn(&str) -> String,

    /// What a station can do.
    pub powers: &'static str,
    /// A Deny there is final.
    pub can_deny: &'static str,
    /// An Allow must be there.
    pub can_limit: &'static str,
    /// An Allow there lets through.
    pub can_grant: &'static str,

    /// How many cards are shown.
    pub n_cards: fn(usize) -> String,
    /// What the cards are.
    pub cards_intro: &'static str,
    /// Asks for the bet.
    pub bet: &'static str,
    /// True, false, it depends.
    pub bets: [&'static str; 3],
    /// The bet was right, by what is right.
    pub won: [&'static str; 3],
    /// It was not, by what is right.
    pub lost: [&'static str; 3],
    /// The request that settles it.
    pub request: &'static str,
    /// Opens the world of the request.
    pub open: &'static str,
    /// What holds.
    pub today: &'static str,
    /// Why it is believed.
    pub why: &'static str,
    /// The page of AWS.
    pub source: &'static str,
    /// Before the lessons that it belongs to.
    pub lessons: &'static str,

    /// How many terms are shown.
    pub n_terms: fn(usize) -> String,
    /// What the glossary is.
    pub glossary_intro: &'static str,
}

pub(super) const EN: ReferenceStrings = ReferenceStrings {
    title: "Reference",
    sections: "Learn and look up",
    order: "Order",
    rules: "Rules",
    cards: "Myths",
    glossary: "Glossary",
    leave: "Leave the reference",
    search: "Search by word",
    none: |text| format!("Nothing here has “{text}”. Try a single word."),

    powers: "What it can do",
    can_deny: "can deny",
    can_limit: "must allow",
    can_grant: "can grant",

    n_cards: |n| if n == 1 { "1 card".to_owned() } else { format!("{n} cards") },
    cards_intro: "What people say about IAM. Bet first; then the request is sent and settles it.",
    bet: "Your bet",
    bets: ["True", "False", "It depends"],
    won: ["Right: it is true.", "Right: it is false.", "Right: it depends."],
    lost: ["No: it is true.", "No: it is false.", "No: it depends."],
    request: "The request",
    open: "Try it yourself in this world",
    today: "What holds",
    why: "Why people believe it",
    source: "AWS documentation",
    lessons: "Lessons",

    n_terms: |n| if n == 1 { "1 term".to_owned() } else { format!("{n} terms") },
    glossary_intro: "The words of AWS, each in a sentence or two.",
};

pub(super) const ES: ReferenceStrings = ReferenceStrings {
    title: "Referencia",
    sections: "Aprender y consultar",
    order: "Orden",
    rules: "Reglas",
    cards: "Mitos",
    glossary: "Glosario",
    leave: "Salir de la referencia",
    search: "Buscar por palabra",
    none: |text| format!("Aquí nada contiene «{text}». Prueba con una sola palabra."),

    powers: "Qué puede hacer",
    can_deny: "puede denegar",
    can_limit: "debe permitir",
    can_grant: "puede conceder",

    n_cards: |n| if n == 1 { "1 tarjeta".to_owned() } else { format!("{n} tarjetas") },
    cards_intro: "Lo que se dice de IAM. Apuesta primero; después se envía la petición que lo decide.",
    bet: "Tu apuesta",
    bets: ["Verdadero", "Falso", "Depende"],
    won: ["Acertaste: es verdadero.", "Acertaste: es falso.", "Acertaste: depende."],
    lost: ["No: es verdadero.", "No: es falso.", "No: depende."],
    request: "La petición",
    open: "Pruébalo tú en este mundo",
    today: "Lo que vale",
    why: "Por qué se cree",
    source: "Documentación de AWS",
    lessons: "Lecciones",

    n_terms: |n| if n == 1 { "1 término".to_owned() } else { format!("{n} términos") },
    glossary_intro: "Las palabras de AWS, que se quedan en inglés, con su glosa y una o dos frases cada una.",
};
