//! Labels of the rule sheet and of the rule book.

/// See the module.
#[derive(Debug)]
pub struct RuleStrings {
    /// What the book is.
    pub intro: &'static str,
    /// Name of the field in which words are searched.
    pub search: &'static str,
    /// How many rules are shown.
    pub n_rules: fn(usize) -> String,
    /// No rule has what is searched.
    pub none: fn(&str) -> String,
    /// The parts of the book by the letter of their codes.
    pub parts: [(char, &'static str); 6],
    /// Name of a link that opens a rule, by its code.
    pub open: fn(&str) -> String,
    /// Title of the sheet, by the code.
    pub rule: fn(&str) -> String,
    /// Before the page that a rule rests on.
    pub source: &'static str,
    /// Before how well it is founded.
    pub confidence: &'static str,
    /// Before what the sources of a disputed rule disagree on.
    pub dispute: &'static str,
    /// Goes from the sheet to the book.
    pub in_book: &'static str,
    /// Spoken with a link that opens another tab.
    pub new_tab: &'static str,
}

pub(super) const EN: RuleStrings = RuleStrings {
    intro: "Every decision here rests on these rules, and every rule names the page it was read from.",
    search: "Search by word or code",
    n_rules: |n| if n == 1 { "1 rule".to_owned() } else { format!("{n} rules") },
    none: |text| format!("No rule has “{text}”. Try a code, such as C-13, or a single word."),
    parts: [
        ('A', "The language of policies"),
        ('B', "Conditions"),
        ('C', "The decision"),
        ('D', "What AWS answers"),
        ('E', "Quotas"),
        ('F', "Sessions"),
    ],
    open: |code| format!("Rule {code}"),
    rule: |code| format!("Rule {code}"),
    source: "Source",
    confidence: "Standing",
    dispute: "In dispute",
    in_book: "In the rule book",
    new_tab: "(opens in a new tab)",
};

pub(super) const ES: RuleStrings = RuleStrings {
    intro: "Cada decisión se apoya en estas reglas, y cada regla nombra la página de la que sale.",
    search: "Buscar por palabra o código",
    n_rules: |n| if n == 1 { "1 regla".to_owned() } else { format!("{n} reglas") },
    none: |text| format!("Ninguna regla contiene «{text}». Prueba con un código, como C-13, o con una sola palabra."),
    parts: [
        ('A', "El lenguaje de las políticas"),
        ('B', "Condiciones"),
        ('C', "La decisión"),
        ('D', "Lo que responde AWS"),
        ('E', "Cuotas"),
        ('F', "Sesiones"),
    ],
    open: |code| format!("Regla {code}"),
    rule: |code| format!("Regla {code}"),
    source: "Fuente",
    confidence: "Base",
    dispute: "En disputa",
    in_book: "En el libro de reglas",
    new_tab: "(se abre en otra pestaña)",
};
