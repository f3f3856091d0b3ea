//! What there was to see in an item and which rules of thumb go wrong, in Spanish.

use super::super::{Reader, Twist};

pub(in super::super) fn twist(twist: Twist) -> &'static str {
    match twist {
        Twist::ObjectsLeftOut => "Mira el final del ARN: sin `/*` nombra el bucket y ninguno de sus objetos.",
        Twist::BucketLeftOut => "Mira el final del ARN: con `/*` nombra los objetos y no el bucket.",
        Twist::WildcardTooWide => "Un `*` pegado a un nombre abarca todos los nombres que empiezan así.",
        Twist::ActionWildcard => "La acción es un patrón: mira qué abarca.",
        Twist::CaseOfAction => "En las acciones no cuentan las mayúsculas.",
        Twist::CaseOfResource => "En los recursos cuentan las mayúsculas: `Q1.csv` no es `q1.csv`.",
        Twist::NotAction => "`NotAction` son todas las acciones menos las que nombra; con `Deny` no concede nada.",
        Twist::NotResource => "`NotResource` son todos los recursos menos los que nombra; con `Deny` no concede nada.",
        Twist::AccountForUser => {
            "El principal que acaba en `:root` es la cuenta: sus propias políticas tienen que decir quién."
        }
        Twist::SomebodyElse => "Mira a quién nombra la política del recurso.",
        Twist::OnSomebodyElse => "Mira a quién está asociada la política.",
        Twist::OtherAction => "Compara la acción de la política con la que se pide.",
        Twist::OtherBucket => "Compara el bucket de la política con el que se pide.",
        Twist::BoolOnAbsentKey => {
            "Una petición con una access key de larga duración no lleva `aws:MultiFactorAuthPresent`, y `Bool` no se cumple si falta la clave."
        }
        Twist::IfExists => "`…IfExists` se cumple cuando falta la clave.",
        Twist::TwoConditions => "Tienen que cumplirse todas las líneas de la condición para que el statement coincida.",
        Twist::SeveralValues => "De varios valores para una clave basta con que coincida uno.",
        Twist::OtherValue => "Compara el valor de la condición con el de la petición.",
        Twist::OldVersion => "Con la versión `2008-10-17` una variable es texto sin más.",
        Twist::DenyElsewhere => "Un Deny que coincide gana, esté en la política que esté.",
        Twist::DenyBeforeAllow => "El orden de los statements no significa nada.",
        Twist::NotAMember => "Las políticas de un grupo solo llegan a sus miembros.",
        Twist::LevelWithoutAllow => {
            "Cada nivel, desde la raíz hasta la cuenta, necesita un Allow en sus service control policies."
        }
        Twist::ManagementAccount => "Las service control policies no limitan la cuenta de administración.",
        Twist::RootOfMember => "Las service control policies limitan también al usuario root de una cuenta miembro.",
        Twist::SessionWithoutAction => "Una sesión solo puede lo que permite también la política de sesión.",
        Twist::SessionWithMore => "Una política de sesión no añade nada a lo que puede el rol.",
        Twist::BoundaryWithoutAction => "Un permissions boundary limita lo que conceden las políticas de identidad.",
        Twist::BoundaryWithMore => "Un permissions boundary no concede nada.",
        Twist::NamedByResource => {
            "Dentro de una cuenta basta con que la política del recurso nombre a quien llama, y no solo a la cuenta."
        }
        Twist::CallerSideMissing => "Entre cuentas también tiene que permitirlo la cuenta de quien llama.",
        Twist::OwnerSideMissing => "Entre cuentas también tiene que permitirlo la cuenta dueña del recurso.",
        Twist::RightsOfTheUser => "Quien asume un rol tiene los permisos del rol, no los del usuario.",
        Twist::KeyNotIssued => {
            "Una access key de larga duración no tiene `aws:TokenIssueTime`, así que una condición sobre esa clave no se cumple."
        }
        Twist::IssuedBefore => "La sesión se emitió antes del momento que nombra el Deny.",
        Twist::IssuedAfter => "La sesión se emitió después del momento que nombra el Deny.",
        Twist::GrantElsewhere => "Cuentan todas las políticas que llegan a quien llama, no solo la primera.",
        Twist::OlderVersionIsDefault => {
            "De una política administrada solo cuenta la versión por defecto, que no tiene por qué ser la más nueva."
        }
        Twist::InlineCopy => "Una política inline es una copia aparte: no cambia con la política administrada.",
        Twist::KeyInactive => "Una access key desactivada no firma nada hasta que alguien la active de nuevo.",
        Twist::KeyDeleted => "Una access key borrada ya no vuelve.",
        Twist::TokenWithoutMfa => {
            "Las credenciales temporales que se obtienen sin MFA llevan `aws:MultiFactorAuthPresent` con el valor `false`."
        }
        Twist::AgeOfMfa => {
            "`aws:MultiFactorAuthAge` cuenta los segundos desde el código MFA, y falta donde no se dio ninguno."
        }
        Twist::RevokedUpTo => {
            "Un Deny con `aws:TokenIssueTime` alcanza a las sesiones de ese rol que se emitieron antes del momento, y a ninguna más."
        }
        Twist::KeyOfSessionEnded => {
            "Desactivar o borrar una access key no acaba con las sesiones que se obtuvieron con ella."
        }
        Twist::RoleIsTrusted => {
            "La política de confianza nombra un rol: pueden entrar sus sesiones, y no los usuarios que están detrás."
        }
        Twist::RoleAssumesItself => "Un rol se asume a sí mismo solo si su propia política de confianza lo nombra.",
        Twist::ChainedSession => {
            "Una sesión que obtiene la sesión de otro rol dura como mucho una hora, sea cual sea el máximo del rol."
        }
        Twist::PassedElsewhere => "Compara `iam:PassedToService` con el servicio que recibe el rol.",
        Twist::LaunchWithoutPassing => "Lanzar y entregar un rol son dos permisos.",
        Twist::RootNeedsNoPolicy => {
            "Ninguna política de identidad ni permissions boundary limita al usuario root; un Deny en la política de un bucket, sí."
        }
        Twist::RootMendsPolicies => {
            "El usuario root siempre puede quitar la política de un bucket, aunque deniegue a todo el mundo."
        }
        Twist::BillingClosed => {
            "Hasta que el usuario root abre la facturación a IAM, ninguna política da acceso a ella."
        }
        Twist::BillingOpen => "Aunque la facturación esté abierta a IAM, las políticas tienen que permitirla.",
        Twist::NameOfCaller => {
            "`${aws:username}` es el nombre de quien llama, así que esa política solo alcanza al propio usuario."
        }
        Twist::PasswordPermitsNothing => {
            "Con una contraseña se puede iniciar sesión. Lo que se haga después necesita permisos."
        }
        Twist::ServiceByName => {
            "Los servicios se comparan por su nombre: `ec2.amazonaws.com` no es `lambda.amazonaws.com`."
        }
        Twist::IamAndSessions => {
            "IAM no acepta llamadas con credenciales de `sts:GetSessionToken` sin MFA, ni con las de `sts:GetFederationToken`."
        }
        Twist::TokensAndSessions => {
            "`sts:GetSessionToken` y `sts:GetFederationToken` solo aceptan access keys de larga duración, permitan lo que permitan las políticas."
        }
        Twist::FederatedReach => {
            "Con las credenciales de `sts:GetFederationToken`, STS solo acepta `sts:GetCallerIdentity`."
        }
        Twist::NotSeenYet => "Un cambio solo cuenta cuando la autorización ya lo ve.",
        Twist::StillSeen => "Lo que se quitó cuenta hasta que la autorización ve que ya no está.",
        Twist::ProfileHoldsRole => "Cuenta el rol que hay en el instance profile; el perfil en sí no permite nada.",
        Twist::LauncherLendsNothing => "Una instancia actúa como su rol, no como quien la lanzó.",
        Twist::OtherServices => {
            "Los servicios que no son IAM ni STS aceptan los tokens de sesión; deciden las políticas."
        }
        Twist::RootAssumesNoRole => {
            "El usuario root no puede asumir un rol, diga lo que diga la política de confianza."
        }
        Twist::TransitiveTag => "En una cadena una etiqueta de sesión sigue solo si se pasó como transitiva.",
        Twist::TagOfRole => {
            "Una sesión tiene también las etiquetas del rol; una etiqueta de sesión con la misma clave ocupa su lugar."
        }
        Twist::NoExternalId => "Una condición sobre una clave que la llamada no lleva no se cumple; una negada, sí.",
        Twist::ExternalIdNotAsked => {
            "Si la política de confianza no pide un external ID, quien esté en ella no lo necesita."
        }
        Twist::TagsCompared => {
            "La variable vale la etiqueta de quien llama; compárala letra a letra con la del objeto."
        }
        Twist::TagAbsent => "Una etiqueta que no existe no es igual a nada.",
        Twist::RcpAtResource => {
            "Una resource control policy vale para toda llamada a los recursos de sus cuentas, la haga quien la haga."
        }
        Twist::FromOutside => "Quien viene de fuera necesita un sí de los dos lados, y ningún Deny.",
        Twist::TwoPermissions => {
            "Quien lee un objeto cifrado con una clave de KMS necesita también `kms:Decrypt` con la clave: son dos decisiones."
        }
        Twist::KeyPolicyAlone => {
            "Si la política de la clave no nombra la cuenta, solo ella puede permitir: las políticas de identidad no conceden nada con esta clave, y el usuario root también queda fuera."
        }
        Twist::GrantOfKey => {
            "Una concesión (grant) permite a su beneficiario las operaciones que nombra y ninguna más, sin que lo diga ninguna política; un Deny gana."
        }
        Twist::SourceIdentityStays => "La source identity sigue en toda la cadena y no se puede cambiar.",
    }
}

pub(in super::super) fn reader(reader: Reader) -> &'static str {
    match reader {
        Reader::AnyAllowWins => {
            "«Cualquier Allow gana»: un Deny lo vence, y las políticas que solo limitan no conceden nada."
        }
        Reader::LastStatementWins => "«Gana el último statement»: el orden de los statements no significa nada.",
        Reader::DenyIsMissingAllow => {
            "«Denegado quiere decir que falta un Allow»: aquí coincide un Deny, y ningún Allow ayudaría."
        }
        Reader::LimitsPassedOver => {
            "«Basta un Allow en una política de identidad o en la del recurso»: lo limitan el permissions boundary, la política de sesión y las service control policies, y la política de confianza de un rol o la política de una clave también tienen que permitirlo."
        }
        Reader::OneYesIsEnough => "«Basta un sí»: entre cuentas tienen que decir que sí las dos.",
        Reader::BothMustSayYes => "«Tienen que decir que sí las dos»: dentro de una cuenta basta un sí.",
        Reader::ConditionsPassedOver => {
            "Quien se salta las condiciones cree que coincide un statement que no coincide."
        }
        Reader::OnlyTheAction => "Quien lee solo la acción cree que coincide un statement que no coincide.",
        Reader::AccountIsEverybody => {
            "«`:root` deja entrar a toda la cuenta»: deja la decisión a las políticas de la propia cuenta."
        }
        Reader::NewestVersionCounts => "«Cuenta la versión más nueva»: cuenta la versión por defecto.",
        Reader::KeyAlwaysSigns => {
            "«Si el usuario puede, puede con cada access key»: una desactivada o borrada no firma nada."
        }
        Reader::AbsentIsFalse => {
            "«Sin MFA el valor es `false`»: con una access key de larga duración la clave falta, y `Bool` no se cumple."
        }
        Reader::KeyEndsSessions => {
            "«Con la access key acaban sus sesiones»: una sesión dura hasta que caduca o la deniega una política."
        }
        Reader::ChainLastsAsLong => "«En una cadena también vale el máximo del rol»: ahí es una hora.",
        Reader::LaunchingIsPassing => {
            "«Quien puede lanzar puede entregar cualquier rol»: para eso hace falta `iam:PassRole`."
        }
        Reader::AdministratorIsRoot => {
            "«Un administrador puede lo mismo que el usuario root»: las políticas limitan a los administradores, y hay cosas que solo puede el usuario root."
        }
        Reader::PasswordIsPermission => {
            "«Quien puede iniciar sesión puede hacer algo»: una contraseña no es un permiso."
        }
        Reader::AnyServiceMay => {
            "«Un rol para un servicio vale para todos»: solo puede asumirlo un servicio que nombre la política de confianza."
        }
        Reader::SessionsAreAlike => {
            "«Todas las credenciales temporales son iguales»: qué llamadas aceptan IAM y STS depende de cómo se obtuvieron."
        }
        Reader::SeenAtOnce => "«Un cambio vale al instante»: IAM tiene consistencia eventual.",
        Reader::LauncherLendsRights => {
            "«La instancia puede lo que puede quien la lanzó»: tiene los permisos de su rol."
        }
        Reader::EveryTagGoesOn => "«Las etiquetas de sesión siguen la cadena»: solo las transitivas.",
        Reader::NothingGoesOn => {
            "«Con el siguiente rol se deja todo atrás»: las etiquetas transitivas y la source identity siguen."
        }
        Reader::TokenIsNothing => {
            "«Un token de sesión sin MFA no sirve de nada»: tiene los permisos del usuario, y solo IAM y STS lo limitan."
        }
        Reader::RootMayEverything => {
            "«El usuario root puede todo»: no puede asumir roles, y una clave cuya política no nombra la cuenta le está cerrada."
        }
        Reader::OrganizationBindsItsOwn => {
            "«Las políticas de una organización son para los suyos»: una resource control policy vale para cualquiera que llegue a sus recursos."
        }
        Reader::ObjectAlone => {
            "«Quien puede leer el objeto lo lee»: también tiene que dejarle la clave con la que está cifrado."
        }
        Reader::GrantsPassedOver => {
            "«Solo las políticas permiten usar una clave»: también lo hace una concesión (grant)."
        }
        Reader::UserKeepsRights => "«Quien asume un rol conserva los permisos del usuario»: solo cuentan los del rol.",
    }
}
