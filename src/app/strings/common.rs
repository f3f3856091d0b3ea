//! Labels of the top bar with its popovers, of the notices and of the tabs on a phone.

/// See the module.
#[derive(Debug)]
pub struct CommonStrings {
    /// Takes the last change back.
    pub undo: &'static str,
    /// Does again what was taken back.
    pub redo: &'static str,
    /// The theme button, while the page is light.
    pub theme_light: &'static str,
    /// The theme button, while the page is dark.
    pub theme_dark: &'static str,
    /// The theme button, while the page follows the system.
    pub theme_system: &'static str,
    /// The button that opens the share panel, and its title.
    pub share: &'static str,
    /// The button that opens the keys.
    pub help: &'static str,
    /// The button that opens the menu on a phone.
    pub menu: &'static str,
    /// Closes a popover.
    pub close: &'static str,

    /// What a link holds.
    pub share_note: &'static str,
    /// Name of the field with the link.
    pub share_link: &'static str,
    /// How large the link is, of what it may be; in bytes.
    pub share_size: fn(usize, usize) -> String,
    /// The link would be too large; in bytes.
    pub share_too_long: fn(usize, usize) -> String,
    /// Puts the link on the clipboard.
    pub copy: &'static str,
    /// Hands the sandbox out as a file.
    pub download: &'static str,
    /// Opens such a file.
    pub open_file: &'static str,

    /// Title of the list of keys.
    pub keys_title: &'static str,
    /// Keys, and what they do.
    pub keys: &'static [(&'static [&'static str], &'static str)],
    /// Switches the keys that are single letters.
    pub shortcuts: &'static str,
    /// A link was opened over a world of one's own.
    pub link_opened: &'static str,
    /// Goes back to that world.
    pub back_to_own: &'static str,
    /// Goes back to the beginning.
    pub start_over: &'static str,
    /// Heading of the worlds to begin with.
    pub worlds: &'static str,
    /// What becomes of the present world.
    pub worlds_note: &'static str,
    /// The first world.
    pub world_first: &'static str,
    /// The world with an organization.
    pub world_organization: &'static str,
    /// Says whose page this is not.
    pub disclaimer: &'static str,
    /// The licence.
    pub licence: &'static str,

    /// A link could not be read.
    pub broken_link: &'static str,
    /// What was kept could not be read.
    pub broken_save: &'static str,
    /// A file could not be read.
    pub broken_file: &'static str,
    /// The browser does not keep data.
    pub no_storage: &'static str,
    /// In this lesson one only asks.
    pub only_asking: &'static str,
    /// The clock cannot go back to the time on the wall; that time, and the one here.
    pub wall_behind: fn(&str, &str) -> String,
    /// Too much was due on the way there.
    pub wall_ahead: &'static str,
    /// The link is on the clipboard.
    pub copied: &'static str,
    /// Hands out what could not be read.
    pub download_broken: &'static str,
    /// Shows the trace of a refused call.
    pub show_why: &'static str,
    /// Takes a notice away.
    pub dismiss: &'static str,
    /// Leads to the sentence, part by part.
    pub edit: &'static str,
    /// An earlier event is looked at; at what time it was, and what time it is.
    pub looking_at: fn(&str, &str) -> String,
    /// Back to the present.
    pub come_back: &'static str,

    /// Name of the tabs on a phone.
    pub zones: &'static str,
    /// Tab: the sentence.
    pub tab_ask: &'static str,
    /// Tab: the rail.
    pub tab_why: &'static str,
    /// Tab: the tree.
    pub tab_world: &'static str,
    /// Tab: clock, lanes, events.
    pub tab_time: &'static str,
}

pub(super) const EN: CommonStrings = CommonStrings {
    undo: "Undo",
    redo: "Redo",
    theme_light: "Theme: light",
    theme_dark: "Theme: dark",
    theme_system: "Theme: as the system",
    share: "Share",
    help: "Help",
    menu: "Menu",
    close: "Close",

    share_note: "The link holds this world and this question. It never reaches a server.",
    share_link: "Link",
    share_size: |size, limit| format!("{} of the {} kB a link may hold", kilobytes(size), limit / 1024),
    share_too_long: |size, limit| {
        format!("This world needs {}; links stay under {} kB. Download it as a file.", kilobytes(size), limit / 1024)
    },
    copy: "Copy link",
    download: "Download file",
    open_file: "Open file…",

    keys_title: "Keys",
    keys: &[
        (&["/"], "edit the sentence; Tab moves on"),
        (&["Enter"], "ask"),
        (&["←", "→"], "previous, next station"),
        (&["↓", "↑"], "statements of a station"),
        (&["e"], "to the evidence, Esc back"),
        (&["f"], "what would change it"),
        (&["a"], "act as someone else"),
        (&["c"], "clock"),
        (&["Shift", "."], "to the next event"),
        (&["u"], "undo; with Shift, redo"),
        (&["g"], "in a lesson: to the goals; h, a hint"),
        (&["s"], "share"),
        (&["1", "…", "5"], "to a zone; F6, to the next"),
        (&["Esc"], "close what is open"),
    ],
    shortcuts: "Single-key shortcuts",
    link_opened: "This world came from a link or a question. Your own is kept until you change something here.",
    back_to_own: "Back to my own",
    start_over: "Start over",
    worlds: "Worlds to begin with",
    worlds_note: "The world that is open goes: download it first if you want to keep it.",
    world_first: "Two accounts",
    world_organization: "Organization of three",
    disclaimer: "Not affiliated with or endorsed by Amazon Web Services.",
    licence: "Free software: MIT or Apache 2.0, as you like.",

    broken_link: "The link could not be read.",
    broken_save: "What this browser had kept could not be read. The start world is open.",
    broken_file: "The file is no saved sandbox, or is damaged. Nothing was changed.",
    no_storage: "The browser keeps no data here, as in a private window. Download the file before you leave.",
    only_asking: "In this lesson you only ask; nothing is built.",
    wall_behind: |wall, here| {
        format!("The clock cannot go back: on the wall it is {wall}, here it is {here} already. It stays as it is.")
    },
    wall_ahead: "So much was due on the way to the time on the wall that the clock stopped before it. Run again to go on.",
    copied: "The link is on the clipboard.",
    download_broken: "Download the broken data",
    show_why: "Show why",
    dismiss: "Dismiss",
    edit: "Edit",
    looking_at: |then, now| format!("Looking at {then}. The world is at {now}."),
    come_back: "Return",

    zones: "Zones",
    tab_ask: "Ask",
    tab_why: "Why",
    tab_world: "World",
    tab_time: "Time",
};

pub(super) const ES: CommonStrings = CommonStrings {
    undo: "Deshacer",
    redo: "Rehacer",
    theme_light: "Tema: claro",
    theme_dark: "Tema: oscuro",
    theme_system: "Tema: el del sistema",
    share: "Compartir",
    help: "Ayuda",
    menu: "Menú",
    close: "Cerrar",

    share_note: "El enlace lleva dentro este mundo y esta pregunta. Nunca pasa por un servidor.",
    share_link: "Enlace",
    share_size: |size, limit| {
        format!("{} de los {} kB que caben en un enlace", kilobytes(size).replace('.', ","), limit / 1024)
    },
    share_too_long: |size, limit| {
        let size = kilobytes(size).replace('.', ",");
        format!("Este mundo ocupa {size} y en un enlace caben {} kB. Descárgalo como archivo.", limit / 1024)
    },
    copy: "Copiar enlace",
    download: "Descargar archivo",
    open_file: "Abrir archivo…",

    keys_title: "Teclas",
    keys: &[
        (&["/"], "editar la frase; con Tab se avanza"),
        (&["Intro"], "preguntar"),
        (&["←", "→"], "estación anterior, siguiente"),
        (&["↓", "↑"], "statements de una estación"),
        (&["e"], "a la evidencia; con Esc se vuelve"),
        (&["f"], "qué lo cambiaría"),
        (&["a"], "actuar como otra identidad"),
        (&["c"], "reloj"),
        (&["Mayús", "."], "al próximo suceso"),
        (&["u"], "deshacer; con Mayús, rehacer"),
        (&["g"], "en una lección: a las metas; h, una pista"),
        (&["s"], "compartir"),
        (&["1", "…", "5"], "a una zona; F6, a la siguiente"),
        (&["Esc"], "cerrar lo que esté abierto"),
    ],
    shortcuts: "Atajos de una sola tecla",
    link_opened: "Este mundo viene de un enlace o de una pregunta. El tuyo se conserva hasta que cambies algo aquí.",
    back_to_own: "Volver al mío",
    start_over: "Empezar de nuevo",
    worlds: "Mundos para empezar",
    worlds_note: "El mundo abierto se pierde: descárgalo antes si quieres conservarlo.",
    world_first: "Dos cuentas",
    world_organization: "Organización de tres",
    disclaimer: "Sin relación con Amazon Web Services ni respaldo suyo.",
    licence: "Software libre: MIT o Apache 2.0, a elegir.",

    broken_link: "No se pudo leer el enlace.",
    broken_save: "No se pudo leer lo que guardaba este navegador. Está abierto el mundo inicial.",
    broken_file: "El archivo no es un sandbox guardado o está dañado. No ha cambiado nada.",
    no_storage: "El navegador no guarda datos aquí, como en una ventana privada. Descarga el archivo antes de irte.",
    only_asking: "En esta lección solo se pregunta; no se construye nada.",
    wall_behind: |wall, here| {
        format!(
            "El reloj no puede volver atrás: en la pared son las {wall} y aquí ya son las {here}. Se queda como está."
        )
    },
    wall_ahead: "Había tanto pendiente hasta la hora de la pared que el reloj se paró antes. Ponlo otra vez para seguir.",
    copied: "El enlace está en el portapapeles.",
    download_broken: "Descargar los datos dañados",
    show_why: "Ver por qué",
    dismiss: "Quitar el aviso",
    edit: "Editar",
    looking_at: |then, now| format!("Estás viendo las {then}. En el mundo son las {now}."),
    come_back: "Volver",

    zones: "Zonas",
    tab_ask: "Preguntar",
    tab_why: "Por qué",
    tab_world: "Mundo",
    tab_time: "Tiempo",
};

/// A size with one decimal, `0.9 kB`.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}
