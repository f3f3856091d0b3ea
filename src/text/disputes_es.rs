//! Disputed rules in Spanish: what the sources disagree on or leave out, and what was chosen.

use crate::rule::Rule;

pub(super) fn dispute(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::A5 => {
            "Ninguna página dice expresamente que en los nombres de los elementos cuenten las mayúsculas; solo se dice del valor de `Effect`. Aquí tienen que ir exactamente como en la gramática."
        }
        Rule::A12 => {
            "Las páginas del lenguaje entienden que, sin versión, vale la antigua; Access Analyzer dice que se supone la más reciente y, aun así, que las variables no funcionan. Aquí las variables quedan como texto, en lo que ambos coinciden."
        }
        Rule::A19 => {
            "El anuncio de septiembre de 2025 da a las SCP todo el lenguaje, pero en las páginas quedan frases antiguas que piden `\"*\"` como recurso de un `Allow` y comodines solo al final. Aquí vale todo el lenguaje."
        }
        Rule::A20 => {
            "Un texto solo admite el comodín al final de la acción de una RCP; la página de sintaxis lo admite en cualquier sitio. Aquí puede ir en cualquier sitio tras el prefijo del servicio."
        }
        Rule::A21 => {
            "Las copias antiguas de la página desaconsejan `Allow` con `NotPrincipal`; las nuevas dicen que no se admite. Aquí se lee y hace lo que dice, para que los documentos antiguos conserven su sentido."
        }
        Rule::A34 => {
            "En 2023 la página exceptuaba los nombres de usuario de la regla de las mayúsculas; la copia más reciente ya no. Aquí las mayúsculas cuentan también en ellos."
        }
        Rule::A37 => {
            "La página dice que un `*` al final de un campo puede seguir de largo, y calla sobre el que va en medio. Aquí el patrón se compara con el ARN entero como un solo texto."
        }
        Rule::A54 => {
            "La guía dice que una política de confianza puede abrirse a todos, con una advertencia; Access Analyzer lo llama error. Aquí se acepta."
        }
        Rule::A62 => "Una página dice que `Bool` admite variables; otra, que no. Aquí las admite.",
        Rule::A68 => {
            "La guía calla sobre un `*` dentro del valor de una variable; Access Analyzer avisa de que puede actuar de comodín. Aquí es un carácter corriente."
        }
        Rule::A71 => {
            "La página de límites da cinco SCP de 5.120 caracteres; desde mayo de 2026 hay quien habla de diez de 10.240. Aquí cuentan los números de la página."
        }
        Rule::B4 => {
            "De un operador simple con la lista vacía, Access Analyzer dice a la vez que la condición no influye y que el statement no concede nada. Aquí una lista vacía no se cumple nunca, y su negación, siempre."
        }
        Rule::B6 => {
            "En 2023 la página decía que tampoco en los valores de etiqueta contaban las mayúsculas; el texto más reciente dice que sí. Aquí lo decide el operador."
        }
        Rule::B10 => {
            "Con una clave ausente, `ForAnyValue` falla e `IfExists` pasa; ninguna página dice cuál gana, y una prueba publicada vio que fallaba. Aquí `IfExists` se mira primero."
        }
        Rule::B11 => {
            "La página de los operadores de conjunto pone el texto vacío como ejemplo de falta de datos, y los ejemplos de S3 lo comparan. Aquí un texto vacío es un valor, también para `Null`."
        }
        Rule::B17 => "Ninguna página dice si `True` es lo mismo que `true`. Aquí lo es.",
        Rule::B19 => {
            "La página da a una dirección suelta el prefijo `/32`, que no puede referirse a IPv6. Aquí una dirección IPv6 suelta es `/128`, y las dos clases nunca coinciden entre sí."
        }
        Rule::B24 => {
            "Una tabla de ejemplos de la página de operadores dice lo contrario de la definición que dan otras tres páginas. Aquí vale la definición."
        }
        Rule::B25 => {
            "Una clave de varios valores debe llevar `ForAllValues` o `ForAnyValue`; no está escrito qué pasa si falta. Aquí cuenta cualquier valor que coincida, y con un operador negado no puede coincidir ninguno."
        }
        Rule::B31 => {
            "Esos valores se guardan con una advertencia, pero ninguna página dice cómo se comparan. Aquí no coinciden con nada: falla un operador positivo y pasa uno negado."
        }
        Rule::B35 => {
            "Una página da las claves de MFA a todas las credenciales temporales; otra dice que AWS no puede saber nada de MFA en sesiones federadas. Aquí la clave está, y es `false` si no hubo MFA."
        }
        Rule::B39 => {
            "La página dice que `Deny` con `Null true` hace lo mismo que `Deny` con `Bool false`; según la definición de `Null`, alcanza justo a las llamadas sin credenciales temporales. Aquí vale la definición."
        }
        Rule::B43 => {
            "Las copias antiguas dan `aws:FederatedProvider` también a las sesiones SAML; las nuevas, solo a las de OIDC. Aquí vale el texto nuevo."
        }
        Rule::C23 => {
            "Una frase limita lo concedido a un rol también cuando llega por `aws:PrincipalArn`; la siguiente libera lo que se concede por esa clave a `\"*\"`. Aquí solo es libre con `\"*\"`."
        }
        Rule::C24 => {
            "Depende de cómo se lea una sesión sin política de sesión, y en eso las páginas no coinciden. Aquí esa sesión no tiene nada propio."
        }
        Rule::C30 => {
            "La página de evaluación más reciente dice en un párrafo que una política de sesión por defecto permite, y en el siguiente que esa sesión queda denegada. Aquí vale el texto de la API: no tiene permisos."
        }
        Rule::C58 => {
            "La página del ejemplo dice que se conserva la dirección de quien llamó primero; su texto anterior y un artículo de AWS re:Post dicen que se ve la del servicio, y que un Deny debe dejar fuera lo que lleve `aws:ViaAWSService`. Aquí se conserva."
        }
        Rule::C61 => {
            "Organizations y sus ejemplos tratan a los servicios como sujetos a las RCP; una página de orientación dice que las RCP no van con ellos. Aquí las RCP los alcanzan."
        }
        Rule::D4 => {
            "Las palabras para las políticas de sesión y las SCP varían entre copias de la página y entre servicios. Aquí son las de la copia más reciente."
        }
        Rule::F25 => {
            "Ninguna página dice si las RCP alcanzan a las sesiones de root que se crean de forma central; lo que se dice del usuario root de una cuenta miembro las incluiría. Aquí las alcanzan."
        }
        _ => return None,
    })
}
