//! What is wrong with lessons and packs of them, in Spanish.

use super::code::code;
use super::faults_en::file;
use crate::lessons::{BundleError, LONGEST_NAME, LessonProblem, ScriptOf, Scripts};

pub(super) fn lesson_problem(problem: &LessonProblem) -> String {
    match problem {
        LessonProblem::World(error) => format!("El mundo no se puede construir: {error}."),
        LessonProblem::Script(of, error) => {
            let why = super::terminal::cli_error(super::Language::Spanish, &error.kind);
            format!("{}: esta línea no se entiende. {why}", script(*of))
        }
        LessonProblem::SolvedAtTheStart => "La lección ya está resuelta al empezar.".to_owned(),
        LessonProblem::NotSolved { script: of, goal, status } => {
            let how = super::goals_es::status(status).unwrap_or_default();
            format!("{} deja sin cumplir el objetivo {}. {how}", script(*of), code(goal)).trim_end().to_owned()
        }
        LessonProblem::NotWrong { script: of, goal } => {
            format!("{} cumple el objetivo {}, que no debía cumplir.", script(*of), code(goal))
        }
        LessonProblem::TooFew { what, wanted, found } => {
            let what = match what {
                Scripts::Alternatives => "alternativas",
                Scripts::Wrong => "soluciones equivocadas",
            };
            format!("Tiene que haber {wanted} {what} y hay {found}.")
        }
        LessonProblem::Phases { goal } => format!(
            "La fase del objetivo {} no es correcta: los de un laboratorio primero rompen y después arreglan; los demás no tienen fase.",
            code(goal)
        ),
        LessonProblem::Twice(id) => format!("El id {} aparece dos veces.", code(id)),
        LessonProblem::NoSuchGoal(id) => format!("No existe el objetivo {}.", code(id)),
        LessonProblem::NoProse { language, section } => {
            format!("{} falta o está vacío en {}.", heading(section), file(*language))
        }
        LessonProblem::ProseForNothing { language, section } => {
            format!("{} en {} no corresponde a nada de la lección.", heading(section), file(*language))
        }
        LessonProblem::NotThreeHints { language, id, found } => {
            format!("{} en {} tiene {found} pistas y no 3.", heading(&format!("hint:{id}")), file(*language))
        }
        LessonProblem::NoHint(goal) => {
            format!("El objetivo {} no tiene ninguna serie de pistas sin `when`.", code(goal))
        }
        LessonProblem::NoSuchRule(id) => format!("No existe la regla {}.", code(id)),
        LessonProblem::NotShown(id) => {
            format!("Nada muestra {}: ni un objetivo ni una ficha en los dos idiomas.", code(id))
        }
        LessonProblem::NotClaimed(id) => format!("{} se muestra y no está entre los `claims`.", code(id)),
        LessonProblem::NoPick { goal } => {
            format!("El objetivo {} pide una respuesta que no se puede elegir.", code(goal))
        }
        LessonProblem::NoSuchEvent(option) => {
            format!("`{option}` no es nada que ocurriera antes de empezar la lección.")
        }
        LessonProblem::NeverThere { goal, missing } => {
            let why = super::goals_es::missing(missing);
            format!("El objetivo {} nombra algo que nunca existe. {why}", code(goal))
        }
    }
}

fn heading(section: &str) -> String {
    code(&format!("## {section}"))
}

fn script(of: ScriptOf) -> String {
    match of {
        ScriptOf::Solution => "La solución".to_owned(),
        ScriptOf::Alternative(at) => format!("La alternativa {}", at + 1),
        ScriptOf::Wrong(at) => format!("La solución equivocada {}", at + 1),
    }
}

pub(super) fn bundle_error(error: &BundleError) -> String {
    match error {
        BundleError::Shape(why) => format!("Esto no es un paquete de lecciones de `./sandbox lessons`: {why}."),
        BundleError::Newer(format) => format!(
            "Este paquete es de formato {format}, más nuevo que esta página. Recarga la página o vuelve a empaquetarlo."
        ),
        BundleError::Name(name) => format!(
            "{} no puede ser el nombre de un paquete: de 1 a {LONGEST_NAME} letras sin tilde, cifras y guiones.",
            code(name)
        ),
        BundleError::Empty => "En este paquete no hay ninguna lección.".to_owned(),
        BundleError::Twice(id) => format!("Dos lecciones de este paquete tienen el id {}.", code(id)),
        BundleError::Faults(faults) if faults.len() == 1 => {
            "Una lección de este paquete incumple una regla:".to_owned()
        }
        BundleError::Faults(faults) => format!("Las lecciones de este paquete incumplen {} reglas:", faults.len()),
    }
}
