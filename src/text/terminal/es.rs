//! Problems of command lines in Spanish.

use super::{Done, services};
use crate::cli::{Problem, ResourceError, WhoError};

const HELP: &str = "\
Una línea empieza por una de estas palabras:

  aws iam create-user …      una llamada, como la hace la AWS CLI; véase aws help, aws iam help
  ask alice s3:GetObject …   una pregunta: ¿estaría permitido?
  signin alice --password …  inicia sesión en la consola
  code alice-phone           lo que muestra un autenticador
  clock +15m                 adelanta el reloj
  on web curl …              pregunta al servicio de metadatos de una instancia
  deploy NOMBRE --every 1m … una aplicación con horario; restart NOMBRE, remove NOMBRE
  certificate issue CA QUIÉN un certificado de una autoridad de fuera de AWS
  portal ana                 inicia sesión en el portal de IAM Identity Center; identity-center enable
  aws_signing_helper …       lo muestra a IAM Roles Anywhere
  revoke ROL                 acaba con las sesiones que un rol tiene ahora
  billing on                 deja que los usuarios y roles de IAM lleguen a la facturación
  propagation 10s            los cambios se ven con ese retraso
  export NOMBRE=valor        pone una variable de la AWS CLI; unset NOMBRE
  answer NOMBRE VALOR        responde a una pregunta de una lección
  undo, reset                un cambio atrás; de vuelta al principio";

/// What was done that prints nothing of its own.
pub(super) fn done(done: &Done<'_>) -> String {
    match done {
        Done::Allowed => "Permitido.".to_owned(),
        Done::Clock(now) => format!("Ahora es {now}."),
        Done::Propagation(0) => "Los cambios se ven al instante.".to_owned(),
        Done::Propagation(seconds) => format!("Los cambios se ven tras {seconds} s."),
        Done::Deployed(name) => format!("{name} está en marcha."),
        Done::Restarted(name) => format!("{name} se ha iniciado de nuevo."),
        Done::Removed(name) => format!("{name} se ha retirado."),
        Done::Billing(true) => {
            "Los usuarios y roles de IAM llegan a la facturación, si sus políticas lo permiten.".to_owned()
        }
        Done::Billing(false) => "Solo el usuario raíz llega a la facturación.".to_owned(),
        Done::Undone => "Se ha deshecho el último cambio.".to_owned(),
        Done::Reset => "Todo está como al principio.".to_owned(),
    }
}

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Help => HELP.to_owned(),
        Problem::ShellOnly(sign) => format!("Este terminal no es un shell: aquí no se conoce `{sign}`."),
        Problem::OpenQuote(quote) => format!("La comilla {quote} no tiene pareja."),
        Problem::Substitution => {
            "`$(…)` solo se conoce como línea entera: NOMBRE=$(aws … --query … --output text).".to_owned()
        }
        Problem::UnknownVariable(name) => {
            format!("No hay nada guardado como ${name}. El texto con el signo del dólar va entre comillas simples.")
        }
        Problem::UnknownVerb(word) => {
            format!(
                "Aquí no se conoce `{word}`. Una línea empieza por aws, export, unset, ask, clock, signin, code, revoke, billing, certificate, aws_signing_helper, portal, identity-center, on, deploy, restart, remove, propagation, answer, undo o reset."
            )
        }
        Problem::UnknownService(word) => {
            format!("El sandbox no conoce `aws {word}`. Conoce {}.", services())
        }
        Problem::UnsupportedOption(option) => format!("El sandbox no conoce la opción {option}."),
        Problem::UnsupportedOperation(name) => {
            format!("AWS tiene la operación {name}; el sandbox no la ejecuta. Usa `ask` para ver si estaría permitida.")
        }
        Problem::NotModelled(name) => format!(
            "AWS ejecutaría {name} ahora: la llamada se ha autenticado, permitido y registrado. Aquí no se modela lo que hace, así que nada ha cambiado."
        ),
        Problem::UnsupportedMember(member) => {
            format!("AWS admite {member} aquí; el sandbox no, así que no se ha hecho nada.")
        }
        Problem::UnsupportedQuery(query) => {
            format!("De --query el sandbox conoce nombres e índices, como Users[0].Arn, y no `{query}`.")
        }
        Problem::Who(error) => who(error),
        Problem::Resource(error) => resource(error),
        Problem::AskShape => "Escribe quién, una acción y un recurso: ask alice s3:GetObject bucket/clave.".to_owned(),
        Problem::FactShape(word) => {
            format!("`{word}` no es una circunstancia. Escribe clave=valor o clave=absent.")
        }
        Problem::ClockShape(_) => "Escribe cuánto o hasta cuándo: clock +16m, o clock 2027-01-01T00:00:00Z.".to_owned(),
        Problem::ClockBack => "El reloj no va hacia atrás. Usa undo.".to_owned(),
        Problem::ProviderShape => {
            "Escribe qué se emite, quién lo emite y sobre quién: provider token https://idp.example.com alice aud=app; provider assertion https://idp.example.com alice role/staff saml-provider/corp; provider metadata https://idp.example.com.".to_owned()
        }
        Problem::IssuerOfAws => {
            "Los tokens de Amazon Cognito solo los emite Cognito: usa aws cognito-identity get-open-id-token.".to_owned()
        }
        Problem::PortalShape => {
            "Escribe quién inicia sesión: portal ana; o inicia la instancia: identity-center enable.".to_owned()
        }
        Problem::CertificateShape => {
            "Escribe qué se emite, qué autoridad lo emite y para quién: certificate authority plant-ca; certificate issue plant-ca factory-07 OU=line-3 --for 30d; certificate key plant-ca factory-07; certificate revoke plant-ca $CERTIFICATE.".to_owned()
        }
        Problem::SigningHelperShape => {
            "Escribe qué se muestra y qué se pide: aws_signing_helper credential-process --certificate $CERTIFICATE --private-key $KEY --trust-anchor-arn … --profile-arn … --role-arn ….".to_owned()
        }
        Problem::CodeShape => "Escribe el nombre de un dispositivo MFA: code alice-phone.".to_owned(),
        Problem::NoDevice(name) => format!("Ninguna cuenta de este mundo tiene un dispositivo MFA llamado {name}."),
        Problem::RevokeShape => "Escribe el nombre de un rol: revoke report-editor.".to_owned(),
        Problem::VariableShape(word) => {
            format!("`{word}` no es una variable. Escribe export NOMBRE=valor, o unset NOMBRE.")
        }
        Problem::BillingShape => "Escribe on u off, y quién lo hace: billing on --profile root/console.".to_owned(),
        Problem::SignInShape => {
            "Escribe quién inicia sesión: signin alice --password …, signin root@dev --password … --mfa-code 123456."
                .to_owned()
        }
        Problem::OnShape => {
            "Escribe una instancia y una petición: on web curl http://169.254.169.254/latest/meta-data/.".to_owned()
        }
        Problem::NoInstance(name) => format!("En este mundo no hay ninguna instancia {name}."),
        Problem::NoFunction(name) => format!("En este mundo no hay ninguna función {name}."),
        Problem::NoAddress(url) => {
            format!("Desde aquí solo se llega al servicio de metadatos, http://169.254.169.254/, y no a {url}.")
        }
        Problem::DeployShape => {
            "Escribe un nombre, cada cuánto y qué se llama: deploy uploader --on web --every 1m 'aws s3api list-buckets'."
                .to_owned()
        }
        Problem::ApplicationShape(verb) => format!("Escribe el nombre de una aplicación: {verb} uploader."),
        Problem::ApplicationOfOwner(line) => {
            format!("Las aplicaciones no son parte de AWS: son de quien posee el mundo, escriba quien escriba. Sin --profile: {line}.")
        }
        Problem::PropagationShape => "Escribe durante cuánto: propagation 10s.".to_owned(),
        Problem::NoValue(option) => format!("La opción {option} necesita un valor."),
        Problem::AnswerShape => "Escribe el nombre de la respuesta y su valor: answer nombre valor.".to_owned(),
        Problem::ExtraWords(word) => format!("Aquí ya no va nada más, y `{word}` tampoco."),
    }
}

fn who(error: &WhoError) -> String {
    match error {
        WhoError::NoAccount(name) => format!("En este mundo no hay ninguna cuenta {name}."),
        WhoError::NoUser(name) => format!("Ninguna cuenta de este mundo tiene un usuario llamado {name}."),
        WhoError::NoKey(name) => format!("El usuario {name} no tiene clave de acceso."),
        WhoError::NoSession { behind, name } => {
            format!("No hay ninguna sesión {name} de {behind}. Primero asume el rol.")
        }
        WhoError::Shape(text) => {
            format!("`{text}` no es un perfil. Escribe un usuario, cuenta/usuario, rol/sesión, owner o root.")
        }
    }
}

fn resource(error: &ResourceError) -> String {
    match error {
        ResourceError::NoBucket { bucket, .. } => {
            format!("En este mundo no hay ningún bucket llamado {bucket}.")
        }
        ResourceError::NoKey(name) => format!("No hay ninguna clave de KMS con el alias o id {name}."),
        ResourceError::NotAnArn(text) => {
            format!("`{text}` no es un ARN: tiene seis campos separados por dos puntos.")
        }
        ResourceError::Empty => "Escribe un recurso: un ARN, bucket/clave, role/nombre o *.".to_owned(),
    }
}
