//! Labels of the lessons: the list, the player, the terminal.

/// See the module.
#[derive(Debug)]
pub struct LearnStrings {
    /// Leads to the list of lessons.
    pub lessons: &'static str,
    /// What the list is.
    pub intro: &'static str,
    /// The list, or a lesson, is on its way.
    pub loading: &'static str,
    /// The server was not reached.
    pub offline: &'static str,
    /// The file is not there, or is no lesson.
    pub missing: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// The units in the order of the ladder, by their names in the files.
    pub units: [(&'static str, &'static str); 8],
    /// How long a lesson takes.
    pub minutes: fn(u32) -> String,
    /// A lesson was solved.
    pub solved: &'static str,
    /// Its solution was looked at.
    pub seen: &'static str,
    /// It was begun.
    pub begun: &'static str,
    /// How many of how many are solved.
    pub n_solved: fn(usize, usize) -> String,
    /// Name of the choice of a path.
    pub path: &'static str,
    /// No path: all lessons.
    pub every_lesson: &'static str,
    /// How long the lessons of a path take that there are.
    pub n_minutes: fn(u32) -> String,
    /// Before the titles of those that are still to come, by how many of how many those are.
    pub to_come: fn(usize, usize) -> String,
    /// The myth cards of a lesson.
    pub cards: &'static str,
    /// Leaves the list.
    pub leave_list: &'static str,
    /// Leaves a lesson.
    pub leave: &'static str,

    /// Title of the zone, and of the tab on a phone.
    pub goal: &'static str,
    /// How many of how many promises hold.
    pub n_met: fn(usize, usize) -> String,
    /// The situation at the start.
    pub story: &'static str,
    /// What to do.
    pub task: &'static str,
    /// The list of promises.
    pub promises: &'static str,
    /// The promises of a lab that the attack keeps.
    pub break_it: &'static str,
    /// Those that the repair keeps.
    pub fix_it: &'static str,
    /// A promise holds.
    pub met: &'static str,
    /// It does not.
    pub not_met: &'static str,
    /// It waits for something that is not there yet.
    pub not_yet: &'static str,
    /// Puts the request of a promise into the Ask bar.
    pub show_request: &'static str,
    /// The next rung of the hints.
    pub hint: &'static str,
    /// Which rung of how many.
    pub n_hint: fn(usize, usize) -> String,
    /// Begins the lesson anew.
    pub reset: &'static str,
    /// Begins to replay the solution.
    pub solution: &'static str,
    /// The next act of the solution.
    pub next_act: fn(usize, usize) -> String,
    /// Goes to the next lesson.
    pub next: &'static str,
    /// All promises hold.
    pub done: &'static str,
    /// They hold, and the solution was looked at.
    pub done_seen: &'static str,
    /// What the trace shows.
    pub look: &'static str,
    /// The facts.
    pub facts: &'static str,
    /// What else became possible.
    pub also: &'static str,
    /// Nothing was found.
    pub also_nothing: &'static str,
    /// Who signs with no key.
    pub anybody: &'static str,
    /// What a goal waits for stands in the sentence and was not asked.
    pub stands_above: &'static str,
    /// Asks it.
    pub ask_it: &'static str,
    /// The right answer counts once the requests were sent that it is about.
    pub answer_waits: &'static str,
    /// What a lab is to show is denied by now.
    pub mended_already: &'static str,
    /// To a wrong answer of which the lesson has nothing to say.
    pub not_that: &'static str,
    /// To right answers that are not all.
    pub not_all: &'static str,
    /// Stands in a list of answers before one is picked.
    pub pick: &'static str,
    /// Hides the answer until somebody has said what it will be.
    pub predict: &'static str,
    /// Asks what the answer will be.
    pub predict_question: &'static str,
    /// The answers that can be predicted.
    pub predictions: [&'static str; 3],
    /// What was predicted came.
    pub predicted: &'static str,
    /// It did not.
    pub not_predicted: &'static str,
    /// Shows the answer.
    pub reveal: &'static str,
    /// Larger letters.
    pub large: &'static str,
    /// What can be built with is off.
    pub no_building: &'static str,

    /// The tab of the terminal.
    pub terminal: &'static str,
    /// Name of its line.
    pub command: &'static str,
    /// What can be typed.
    pub terminal_note: &'static str,
    /// Runs the line.
    pub run: &'static str,
    /// Name of what was typed and answered.
    pub output: &'static str,
}

pub(super) const EN: LearnStrings = LearnStrings {
    lessons: "Lessons",
    intro: "Each lesson is a small world and a few goals to reach. Any way that reaches them counts. Open them in any order.",
    loading: "Loading…",
    offline: "The server cannot be reached. What is open goes on working.",
    missing: "This lesson is not on the server, or the file is damaged.",
    retry: "Try again",
    units: [
        ("foundations", "Who is asking"),
        ("language", "The language of policies"),
        ("roles", "Becoming someone"),
        ("accounts", "Across accounts"),
        ("outside", "From outside"),
        ("guardrails", "Guardrails"),
        ("operate", "Operating"),
        ("labs", "Labs: break and fix"),
    ],
    minutes: |n| format!("{n} min"),
    solved: "solved",
    seen: "solution seen",
    begun: "begun",
    n_solved: |n, of| format!("{n} of {of} solved"),
    path: "Order of lessons",
    every_lesson: "All lessons",
    n_minutes: |n| format!("about {n} minutes"),
    to_come: |n, of| format!("{n} of the {of} lessons of this path are still to come:"),
    cards: "Bet on it",
    leave_list: "Leave the list of lessons",
    leave: "Back to your world",

    goal: "Goal",
    n_met: |n, of| format!("{n} of {of}"),
    story: "The situation",
    task: "Your task",
    promises: "Goals",
    break_it: "Break: goals of the attack",
    fix_it: "Fix: goals of the repair",
    met: "holds",
    not_met: "does not hold",
    not_yet: "cannot be tried yet",
    show_request: "Show this request",
    hint: "Hint",
    n_hint: |n, of| format!("Hint {n} of {of}"),
    reset: "Start over",
    solution: "Show solution",
    next_act: |n, of| format!("Next step ({n} of {of})"),
    next: "Next lesson",
    done: "Solved",
    done_seen: "The solution was shown: this lesson counts as seen. Start over to solve it yourself.",
    look: "What to see under “Why”",
    facts: "Facts",
    also: "Also became possible",
    also_nothing: "no probe found more than the goals ask for",
    anybody: "anybody",
    stands_above: "The answer stands above; ask it so that it counts.",
    ask_it: "Ask",
    answer_waits: "Noted. It counts once the requests that it is about were asked.",
    mended_already: "As things stand this is denied. If you have mended it already, undo that, show the flaw, and mend it again.",
    not_that: "That is not it.",
    not_all: "Right so far, and not all.",
    pick: "Pick…",
    predict: "Predict first",
    predict_question: "What will AWS answer?",
    predictions: ["Allowed", "Denied: nothing allows it", "Denied: a Deny forbids it"],
    predicted: "As predicted.",
    not_predicted: "Not as predicted: look where the rail stops.",
    reveal: "Show the answer",
    large: "Large type",
    no_building: "In this lesson you only ask; nothing is built.",

    terminal: "Terminal",
    command: "AWS CLI command",
    terminal_note: "Takes AWS CLI commands: aws iam list-users. Without --profile you act as whoever stands in the request above; --profile owner acts as the owner of the account.",
    run: "Run",
    output: "Commands and answers",
};

pub(super) const ES: LearnStrings = LearnStrings {
    lessons: "Lecciones",
    intro: "Cada lección es un mundo pequeño y unas cuantas metas por alcanzar. Vale cualquier camino que las alcance. Ábrelas en el orden que quieras.",
    loading: "Cargando…",
    offline: "No se llega al servidor. Lo que está abierto sigue funcionando.",
    missing: "Esta lección no está en el servidor, o el archivo está dañado.",
    retry: "Intentar de nuevo",
    units: [
        ("foundations", "Quién pregunta"),
        ("language", "El lenguaje de las políticas"),
        ("roles", "Convertirse en alguien"),
        ("accounts", "Entre cuentas"),
        ("outside", "Desde fuera"),
        ("guardrails", "Barreras"),
        ("operate", "En marcha"),
        ("labs", "Laboratorios: romper y arreglar"),
    ],
    minutes: |n| format!("{n} min"),
    solved: "resuelta",
    seen: "solución vista",
    begun: "empezada",
    n_solved: |n, of| format!("{n} de {of} resueltas"),
    path: "Orden de las lecciones",
    every_lesson: "Todas las lecciones",
    n_minutes: |n| format!("unos {n} minutos"),
    to_come: |n, of| format!("{n} de las {of} lecciones de este recorrido están por llegar:"),
    cards: "Haz tu apuesta",
    leave_list: "Salir de la lista de lecciones",
    leave: "Volver a tu mundo",

    goal: "Meta",
    n_met: |n, of| format!("{n} de {of}"),
    story: "La situación",
    task: "Tu tarea",
    promises: "Metas",
    break_it: "Romper: metas del ataque",
    fix_it: "Arreglar: metas de la reparación",
    met: "se cumple",
    not_met: "no se cumple",
    not_yet: "todavía no se puede probar",
    show_request: "Ver esta petición",
    hint: "Pista",
    n_hint: |n, of| format!("Pista {n} de {of}"),
    reset: "Empezar de nuevo",
    solution: "Ver la solución",
    next_act: |n, of| format!("Siguiente paso ({n} de {of})"),
    next: "Siguiente lección",
    done: "Resuelta",
    done_seen: "Se mostró la solución: la lección cuenta como vista. Empieza de nuevo para resolverla tú.",
    look: "Qué se ve en «Por qué»",
    facts: "Datos",
    also: "Además, ahora se puede",
    also_nothing: "ninguna prueba encontró más de lo que piden las metas",
    anybody: "cualquiera",
    stands_above: "La respuesta está arriba; pregunta para que cuente.",
    ask_it: "Preguntar",
    answer_waits: "Anotado. Cuenta cuando se hayan hecho las peticiones de las que trata.",
    mended_already: "Tal como está todo, esto se deniega. Si ya lo has arreglado, deshazlo, muestra el fallo y vuelve a arreglarlo.",
    not_that: "No es eso.",
    not_all: "Bien hasta aquí, pero faltan más.",
    pick: "Elige…",
    predict: "Predecir antes",
    predict_question: "¿Qué responderá AWS?",
    predictions: ["Permitido", "Denegado: nada lo permite", "Denegado: un Deny lo prohíbe"],
    predicted: "Como se predijo.",
    not_predicted: "No fue así: mira dónde se detiene el recorrido.",
    reveal: "Mostrar la respuesta",
    large: "Letra grande",
    no_building: "En esta lección solo se pregunta; no se construye nada.",

    terminal: "Terminal",
    command: "Comando de la AWS CLI",
    terminal_note: "Admite comandos de la AWS CLI: aws iam list-users. Sin --profile actúas como quien aparece arriba en la petición; con --profile owner, como dueño de la cuenta.",
    run: "Ejecutar",
    output: "Comandos y respuestas",
};
