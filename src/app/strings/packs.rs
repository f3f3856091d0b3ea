//! Labels of what somebody brings along or takes away: packs of lessons, and progress.

/// See the module.
#[derive(Debug)]
pub struct PacksStrings {
    /// Lessons that are not of the course.
    pub own: &'static str,
    /// What a pack is.
    pub own_note: &'static str,
    /// Chooses a pack.
    pub open: &'static str,
    /// Takes a pack out of the list.
    pub remove: fn(&str) -> String,
    /// A pack of that name is open.
    pub opened: fn(&str, usize) -> String,
    /// A pack could not be opened.
    pub failed: fn(&str) -> String,
    /// One that was kept could not be opened any more.
    pub failed_kept: &'static str,
    /// The address leads to another server.
    pub elsewhere: &'static str,
    /// There is no file at the address.
    pub missing: &'static str,
    /// The server was not reached.
    pub offline: &'static str,

    /// What was solved.
    pub progress: &'static str,
    /// Where it is, and what a file of it is for.
    pub progress_note: &'static str,
    /// Hands it out as a file.
    pub save: &'static str,
    /// Takes it over from a file.
    pub load: &'static str,
    /// So many lessons were taken over.
    pub merged: fn(usize) -> String,
    /// The file is none of progress.
    pub no_progress: &'static str,
    /// The file is of a later version.
    pub newer: &'static str,
    /// What the browser had kept could not be read.
    pub unreadable: &'static str,
    /// Hands that out.
    pub download_unreadable: &'static str,
    /// Forgets it.
    pub forget_unreadable: &'static str,
}

pub(super) const EN: PacksStrings = PacksStrings {
    own: "Lessons of your own",
    own_note: "A teacher packs lessons into one file with ./sandbox lessons. Open it here; it stays in this browser.",
    open: "Open a pack…",
    remove: |name| format!("Remove {name} from the list"),
    opened: |name, n| {
        if n == 1 { format!("{name} is open: 1 lesson.") } else { format!("{name} is open: {n} lessons.") }
    },
    failed: |from| format!("{from} was not opened."),
    failed_kept: "A pack that was open in this browser cannot be opened any more.",
    elsewhere: "A link opens packs only from the server that this page comes from. Download the file and open it here.",
    missing: "There is no such file on the server.",
    offline: "The server cannot be reached.",

    progress: "Your progress",
    progress_note: "It is kept in this browser only. Take it to another one as a file.",
    save: "Save as a file",
    load: "Open a file…",
    merged: |n| match n {
        0 => "Nothing in the file is further along than what is here.".to_owned(),
        1 => "1 lesson was taken over from the file.".to_owned(),
        n => format!("{n} lessons were taken over from the file."),
    },
    no_progress: "The file is no saved progress, or is damaged. Nothing was changed.",
    newer: "The file comes from a later version of this page. Reload the page and try again. Nothing was changed.",
    unreadable: "What this browser had kept of your progress could not be read, so it begins anew.",
    download_unreadable: "Download the unreadable data",
    forget_unreadable: "Forget it",
};

pub(super) const ES: PacksStrings = PacksStrings {
    own: "Lecciones propias",
    own_note: "Quien enseña empaqueta sus lecciones en un archivo con ./sandbox lessons. Ábrelo aquí; se queda en este navegador.",
    open: "Abrir un paquete…",
    remove: |name| format!("Quitar {name} de la lista"),
    opened: |name, n| {
        if n == 1 {
            format!("{name} está abierto: 1 lección.")
        } else {
            format!("{name} está abierto: {n} lecciones.")
        }
    },
    failed: |from| format!("{from} no se ha abierto."),
    failed_kept: "Un paquete que estaba abierto en este navegador ya no se puede abrir.",
    elsewhere: "Un enlace solo abre paquetes del servidor del que viene esta página. Descarga el archivo y ábrelo aquí.",
    missing: "En el servidor no existe ese archivo.",
    offline: "No se llega al servidor.",

    progress: "Tu progreso",
    progress_note: "Solo se guarda en este navegador. Puedes llevarlo a otro en un archivo.",
    save: "Guardar en un archivo",
    load: "Abrir un archivo…",
    merged: |n| match n {
        0 => "En el archivo nada va más adelantado que lo que hay aquí.".to_owned(),
        1 => "Del archivo se ha tomado 1 lección.".to_owned(),
        n => format!("Del archivo se han tomado {n} lecciones."),
    },
    no_progress: "El archivo no es un progreso guardado o está dañado. No ha cambiado nada.",
    newer: "El archivo viene de una versión posterior de esta página. Recarga la página y prueba otra vez. No ha cambiado nada.",
    unreadable: "No se pudo leer el progreso que guardaba este navegador, así que empieza de cero.",
    download_unreadable: "Descargar los datos ilegibles",
    forget_unreadable: "Olvidarlos",
};
