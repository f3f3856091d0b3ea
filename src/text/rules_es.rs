//! The rule book in Spanish: what each rule says, in a sentence.

use crate::rule::Rule;

pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::A1 => "Un documento de política es un objeto JSON.",
        Rule::A2 => "`Statement` es un statement o una lista de ellos.",
        Rule::A4 => "Cada nombre puede aparecer una sola vez en un objeto.",
        Rule::A5 => "Los nombres de los elementos se escriben tal como en la gramática.",
        Rule::A7 => "Números y booleanos pueden ir sin comillas; cada elemento tiene su tipo JSON.",
        Rule::A8 => "`Id` solo puede ir en políticas de recurso.",
        Rule::A9 => "Un documento tiene como mucho 131.072 caracteres, ninguno más allá de U+00FF.",
        Rule::A11 => "`Version` es `2012-10-17` o `2008-10-17`.",
        Rule::A13 => "Las variables de política solo funcionan en `2012-10-17`.",
        Rule::A14 => "Las SCP y las RCP tienen que llevar `\"Version\": \"2012-10-17\"`.",
        Rule::A16 => "Un elemento y su forma `Not…` se excluyen.",
        Rule::A17 => "`Effect` es obligatorio, y es exactamente `Allow` o `Deny`.",
        Rule::A18 => "Una política de confianza no lleva `Resource`: el recurso es el rol.",
        Rule::A20 => "Una RCP deniega, nombra a todo el mundo y nombra sus servicios.",
        Rule::A23 => "Un `Sid` lleva solo letras y cifras.",
        Rule::A24 => "Un `Sid` es único en su política.",
        Rule::A26 => "Una acción es `prefijo:Nombre`, o `*`.",
        Rule::A27 => "En las acciones no cuentan las mayúsculas.",
        Rule::A28 => "`*` y `?` pueden ir en cualquier parte del nombre de una acción.",
        Rule::A31 => "`NotAction` encaja con toda acción salvo las que lista.",
        Rule::A32 => "Una lista de acciones vacía no encaja con ninguna.",
        Rule::A34 => "En los ARN sí cuentan las mayúsculas.",
        Rule::A35 => "En un recurso, `*` vale por cualquier serie de caracteres y `?` por uno.",
        Rule::A39 => "Un ARN corto se completa con `*` en una política de identidad; en una de sesión se rechaza.",
        Rule::A40 => "Un recurso es un ARN o `*`.",
        Rule::A42 => "`NotResource` encaja con todo recurso salvo los que lista.",
        Rule::A45 => "Un principal es `\"*\"` o un mapa con las claves `AWS`, `Federated`, `Service`, `CanonicalUser`.",
        Rule::A48 => "Un principal se nombra entero; solo el valor completo puede ser `*`.",
        Rule::A49 => "Los grupos nunca son principales.",
        Rule::A52 => "El usuario o rol que nombra una política de confianza tiene que existir.",
        Rule::A57 => "Un principal vacío no encaja con nadie.",
        Rule::A58 => "`NotPrincipal` encaja con todo principal salvo los que lista.",
        Rule::A67 => "Una variable sin valor ni valor por defecto no encaja con ningún recurso.",
        Rule::A69 => "Dos grafías de una clave de condición en un mismo bloque son un error.",
        Rule::A70 => "Una política que pasa de su cuota se rechaza con LimitExceeded.",
        Rule::A72 => "El servicio rechaza un documento que rompe la gramática.",
        Rule::A77 => "Qué elementos son legales depende del tipo de política.",
        Rule::A78 => {
            "El principal nombra cuentas, usuarios, roles, sesiones, proveedores, servicios o a todo el mundo."
        }
        Rule::B1 => "Tienen que cumplirse todos los operadores y todas las claves de una condición.",
        Rule::B3 => "Un statement sin condición vale siempre.",
        Rule::B4 => "Con una lista de valores vacía falla un operador positivo y pasa uno negado.",
        Rule::B12 => "`StringEquals` compara al pie de la letra; los comodines son caracteres corrientes.",
        Rule::B13 => "`StringEqualsIgnoreCase` compara sin contar las mayúsculas.",
        Rule::B14 => "`StringLike` compara la cadena entera con un patrón.",
        Rule::B15 => "Los operadores numéricos comparan números; basta un valor de la lista.",
        Rule::B16 => "Los operadores de fecha comparan instantes, en ISO 8601 o en segundos desde 1970.",
        Rule::B17 => "`Bool` compara `true` y `false`.",
        Rule::B18 => "`BinaryEquals` compara bytes.",
        Rule::B19 => "`IpAddress` pregunta si la dirección está en el rango.",
        Rule::B20 => "Los operadores de ARN comparan campo a campo; ningún comodín cruza los dos puntos.",
        Rule::B21 => "`Null` pregunta si la clave está ausente.",
        Rule::B40 => "`ForAllValues` quiere que pasen todos los valores de la petición; `ForAnyValue`, uno.",
        Rule::B41 => "Una clave ausente hace fallar los operadores positivos y pasar los negados e `IfExists`.",
        Rule::C1 => "Antes que las políticas va la autenticación de quien llama.",
        Rule::C2 => "Lo que nada permite queda denegado; un solo Deny es definitivo.",
        Rule::C8 => "Un usuario tiene sus políticas y las de sus grupos; una sesión, las de su rol.",
        Rule::C13 => "Cada nivel desde la raíz hasta la cuenta necesita una SCP que permita.",
        Rule::C14 => "Un Deny en cualquier SCP del camino deniega.",
        Rule::C17 => {
            "Las SCP no limitan a la cuenta de administración, a los service-linked roles ni a principales de otras organizaciones."
        }
        Rule::C20 => "Las RCP se aplican a los recursos de las cuentas miembro, llame quien llame.",
        Rule::C21 => "Las RCP nunca conceden; cuenta un Deny en cualquier nivel.",
        Rule::C22 => {
            "Lo que vale el Allow de una política de recurso en la misma cuenta depende de cómo nombra a quien llama."
        }
        Rule::C25 => "Dentro de una cuenta basta un Allow en las políticas de identidad o en la del recurso.",
        Rule::C26 => "Con un boundary tienen que permitir las políticas de identidad y el boundary.",
        Rule::C29 => "Con una política de sesión tienen que permitir las políticas del rol y la de sesión.",
        Rule::C30 => "Una sesión federada sin política de sesión no tiene permisos propios.",
        Rule::C33 => "`NotPrincipal` con `Deny` solo perdona a una sesión si se listan cuenta, rol y sesión.",
        Rule::C35 => "A quien tiene un boundary siempre lo alcanza `NotPrincipal` con `Deny`.",
        Rule::C37 => {
            "La política de confianza tiene que dejar entrar; si solo nombra la cuenta, también deben permitirlo las políticas de quien llama."
        }
        Rule::C40 => {
            "La política de la clave tiene que dejar entrar; las de identidad solo cuentan si se lo deja a la cuenta."
        }
        Rule::C44 => "Algunas llamadas no necesitan permiso.",
        Rule::C45 => "Entre cuentas tienen que permitir las políticas de quien llama y la del recurso.",
        Rule::C48 => "A un recurso sin política propia no se llega desde otra cuenta.",
        Rule::C50 => "El root de una cuenta tiene lo que un recurso de otra cuenta concede a la cuenta.",
        Rule::C52 => "Un anónimo o un servicio solo tiene lo que concede la política del recurso.",
        Rule::C53 => "El usuario root no necesita políticas en su propia cuenta.",
        Rule::C59 => "La política de un VPC endpoint tiene que permitir las llamadas que pasan por él.",
        Rule::D14 => "Unas credenciales que no valen acaban con la petición antes de leer políticas.",
        Rule::E2 => "Los nombres son únicos en una cuenta sin contar las mayúsculas.",
        Rule::E8 => "IAM tiene cuotas para todo.",
        Rule::F2 => "Las credenciales temporales acaban a su hora; no se pueden revocar, listar ni renovar.",
        Rule::F5 => "Una sesión dura como mucho lo que permite el rol.",
        Rule::F6 => "Un rol asumido con credenciales de otro rol dura una hora como mucho.",
        Rule::F8 => "El usuario root no puede asumir roles.",
    }
}
