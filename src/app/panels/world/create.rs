//! The `+` beside each heading, and the form that it opens.

use super::fields_form::Form;
use super::name_form::NameForm;
use super::rows::button;
use super::scene::{Scene, bucket_key, group_key, policy_key, role_key};
use super::{
    anywhere, application_form, boundary, endpoint, function, identity_center, identity_pool, instance_forms,
    instance_profile, provider, resource, user,
};
use crate::app::components::fields::{Field, FieldKind, Typed};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::json::json;
use iam_sandbox::policy::pretty_value;
use iam_sandbox::world::Account;
use serde_json::Value;
use yew::prelude::*;

/// EC2 as a principal, and a trust in it as it is chosen.
const EC2: &str = "ec2.amazonaws.com";
const EC2_TRUSTED: &str = "{\"Service\":\"ec2.amazonaws.com\"}";
/// Where new buckets lie.
const REGION: &str = "eu-west-1";

/// What the headings are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    User,
    Group,
    Role,
    Policy,
    Bucket,
    Key,
    Endpoint,
    Profile,
    Instance,
    Function,
    Application,
    Resource,
    Provider,
    Anywhere,
    Pool,
    Center,
}

impl Kind {
    /// In the order of the headings.
    pub(super) const ALL: [Self; 16] = [
        Self::User,
        Self::Group,
        Self::Role,
        Self::Profile,
        Self::Provider,
        Self::Anywhere,
        Self::Pool,
        Self::Center,
        Self::Policy,
        Self::Bucket,
        Self::Key,
        Self::Endpoint,
        Self::Instance,
        Self::Function,
        Self::Application,
        Self::Resource,
    ];

    /// Those that have no heading while an account has none of them, in the order of their short names.
    pub(super) const SELDOM: [Self; 9] = [
        Self::Profile,
        Self::Instance,
        Self::Function,
        Self::Application,
        Self::Resource,
        Self::Provider,
        Self::Anywhere,
        Self::Pool,
        Self::Center,
    ];

    /// A word for keys.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::Policy => "policy",
            Self::Bucket => "bucket",
            Self::Key => "key",
            Self::Endpoint => "endpoint",
            Self::Profile => "profile",
            Self::Instance => "instance",
            Self::Function => "function",
            Self::Application => "application",
            Self::Resource => "resource",
            Self::Provider => "provider",
            Self::Anywhere => "anywhere",
            Self::Pool => "pool",
            Self::Center => "center",
        }
    }

    fn title(self, scene: &Scene) -> &'static str {
        let form = &scene.strings().form;
        match self {
            Self::User => form.new_user,
            Self::Group => form.new_group,
            Self::Role => form.new_role,
            Self::Policy => form.new_policy,
            Self::Bucket => form.new_bucket,
            Self::Key => scene.build().new_key,
            Self::Endpoint => scene.build().new_endpoint,
            Self::Profile => scene.compute().new_profile,
            Self::Instance => scene.compute().new_instance,
            Self::Function => scene.compute().new_function,
            Self::Application => scene.compute().new_application,
            Self::Resource => scene.compute().new_resource,
            Self::Provider => scene.outside().new_provider,
            Self::Anywhere => scene.ways().new_anywhere,
            Self::Pool => scene.ways().new_pool,
            Self::Center => scene.ways().start,
        }
    }

    fn form(self, account: AccountId) -> String {
        format!("new/{}/{account}", self.word())
    }
}

/// The button beside a heading; none where whoever acts could not build.
pub(super) fn adder(scene: &Scene, account: &Account, kind: Kind) -> Html {
    if !can_add(scene, account, kind) {
        return html! {};
    }
    opener(scene, account, kind, "add", "+")
}

/// Whether the buttons would do what they say. Applications are their owner's, whoever acts.
fn can_add(scene: &Scene, account: &Account, kind: Kind) -> bool {
    let is_possible = kind != Kind::Center || identity_center::can_start(scene, account);
    is_possible && (kind == Kind::Application || scene.can_build(account.id))
}

fn opener(scene: &Scene, account: &Account, kind: Kind, class: &'static str, text: &'static str) -> Html {
    let form = kind.form(account.id);
    let label = (scene.strings().form.in_account)(kind.title(scene), &account.name);
    html! {
        <button {class} type="button" aria-label={label} aria-expanded={scene.is_form_open(&form).to_string()}
            aria-controls={form.clone()} onclick={scene.toggle_form(&form)}>{ text }</button>
    }
}

/// A button elsewhere that opens the form; none where whoever acts could not build.
pub(super) fn opener_of(scene: &Scene, account: &Account, kind: Kind) -> Html {
    if !can_add(scene, account, kind) {
        return Html::default();
    }
    let label = format!("{}…", kind.title(scene));
    html! { <div class="row-actions">{ button(&label, scene.toggle_form(&kind.form(account.id))) }</div> }
}

/// The buttons for what an account has none of yet, with the form of one below them.
pub(super) fn also(scene: &Scene, account: &Account, absent: &[Kind]) -> Html {
    let kinds: Vec<Kind> = absent.iter().copied().filter(|kind| can_add(scene, account, *kind)).collect();
    if kinds.is_empty() {
        return Html::default();
    }
    let words = scene.compute();
    let names: Vec<&str> = words.short.into_iter().chain(scene.ways().short).collect();
    let short = |kind: Kind| Kind::SELDOM.iter().position(|it| *it == kind).map_or("", |index| names[index]);
    html! {
        <li key="also">
            <p class="tree-also small muted">
                <span>{ words.also }{ ":" }</span>
                { for kinds.iter().map(|kind| opener(scene, account, *kind, "link small", short(*kind))) }
            </p>
            { for kinds.iter().map(|kind| create_form(scene, account, *kind)) }
        </li>
    }
}

/// The form below a heading, if it is open.
pub(super) fn create_form(scene: &Scene, account: &Account, kind: Kind) -> Html {
    let id = kind.form(account.id);
    if !scene.is_form_open(&id) || !can_add(scene, account, kind) {
        return html! {};
    }
    match kind {
        Kind::User => return user::create_form(scene, account, id),
        Kind::Role if scene.state.writes_answers() => return role_form(scene, account, id),
        Kind::Profile => return instance_profile::create_form(scene, account, id),
        Kind::Instance => return instance_forms::launch_form(scene, account, id),
        Kind::Function => return function::create_form(scene, account, id),
        Kind::Application => return application_form::create_form(scene, account, id),
        Kind::Resource => return resource::create_form(scene, account, id),
        Kind::Provider => return provider::create_form(scene, account, id),
        Kind::Anywhere => return anywhere::create_form(scene, account, id),
        Kind::Pool => return identity_pool::create_form(scene, account, id),
        Kind::Center => return identity_center::create_form(scene, account, id),
        _ => {}
    }
    let on_submit = {
        let (scene, account) = (scene.clone(), account.id);
        Callback::from(move |name: String| {
            for action in create(&scene, account, kind, &name) {
                scene.on.emit(action);
            }
        })
    };
    if kind == Kind::Endpoint {
        return endpoint::create_form(scene, account.id, id);
    }
    let value = if kind == Kind::Policy { scene.policy_name() } else { String::new() };
    let label = if kind == Kind::Key { scene.build().alias } else { scene.strings().form.name };
    html! {
        <NameForm key="new" {id} scene={scene.clone()} title={kind.title(scene)} {label}
            {value} note={note(scene, kind)} {on_submit} />
    }
}

fn note(scene: &Scene, kind: Kind) -> String {
    let form = &scene.strings().form;
    match kind {
        Kind::Role => form.role_note_lesson.to_owned(),
        Kind::Policy => {
            let (action, resource) = scene.first_statement();
            (form.policy_note)(action, iam_sandbox::text::short_resource(resource))
        }
        Kind::Bucket => form.bucket_note.to_owned(),
        Kind::Key => scene.build().key_note.to_owned(),
        // A group needs none; the others have forms of their own, with their own notes.
        _ => String::new(),
    }
}

/// The calls that make it, and then its row is opened.
fn create(scene: &Scene, account: AccountId, kind: Kind, name: &str) -> Vec<Action> {
    let call = |operation, input, then_open| Action::Call { account, operation, input, then_open };
    let (made, row) = match kind {
        Kind::Group => (call("iam:CreateGroup", json!({ "GroupName": name }), None), group_key(account, name)),
        Kind::Role => {
            let input =
                json!({ "RoleName": name, "AssumeRolePolicyDocument": trust_policy(&json!({ "Service": EC2 })) });
            let trust = DocumentRef::Trust { account, role: name.into() };
            (call("iam:CreateRole", input, Some(trust)), role_key(account, name))
        }
        Kind::Policy => {
            let input = json!({ "PolicyName": name, "PolicyDocument": scene.narrow_policy() });
            let arn = Arn::new("iam", "", Some(account), &format!("policy/{name}"));
            let row = policy_key(account, &arn);
            (call("iam:CreatePolicy", input, Some(DocumentRef::Managed { account, arn })), row)
        }
        Kind::Key => return vec![Action::CreateKey { account, alias: name.to_owned() }],
        Kind::Bucket => (call("s3:CreateBucket", json!({ "Bucket": name, "Region": REGION }), None), bucket_key(name)),
        // They have forms of their own.
        _ => return Vec::new(),
    };
    vec![made, Action::SelectObject(Some(row))]
}

/// The form for a role, with whom it trusts first. While a lesson is on its way there is no such choice: whom to trust is
/// for the learner to say.
fn role_form(scene: &Scene, account: &Account, id: String) -> Html {
    let (words, form) = (scene.compute(), &scene.strings().form);
    let [ec2, lambda, whole] = words.profile.trusted;
    let actor = scene.actor_arn(account.id).map(|arn| (json!({ "AWS": arn }).to_string(), arn.last_name().to_owned()));
    let service = |name: &str, label: &str| (json!({ "Service": name }).to_string(), label.to_owned());
    let root = (json!({ "AWS": account.id.root_arn() }).to_string(), whole.to_owned());
    let trusted = actor.into_iter().chain([service(EC2, ec2), service("lambda.amazonaws.com", lambda), root]);
    let with_role = ["", "yes"].into_iter().zip(words.profile.with_role_choices);
    let none = (String::new(), scene.identity().no_boundary.to_owned());
    let limits = boundary::offered(account).into_iter().map(|arn| (arn.to_string(), arn.last_name().to_owned()));
    let fields = vec![
        Field::text("name", form.name),
        Field::new(FieldKind::choice(trusted), "trusts", words.profile.trusts),
        Field::new(FieldKind::choice(with_role), "profile", words.profile.with_role).only_if("trusts", EC2_TRUSTED),
        Field::text("description", scene.identity().description),
        Field::new(FieldKind::names(std::iter::once(none).chain(limits)), "boundary", scene.build().boundary),
    ];
    let on_submit = {
        let (on, account) = (scene.on.clone(), account.id);
        Callback::from(move |filled: Typed| {
            let name = filled.of("name");
            let principal = serde_json::from_str(filled.of("trusts")).unwrap_or_default();
            let mut input = json!({ "RoleName": name, "AssumeRolePolicyDocument": trust_policy(&principal) });
            for (key, member) in [("description", "Description"), ("boundary", "PermissionsBoundary")] {
                if let Some(value) = filled.some(key) {
                    input[member] = value.into();
                }
            }
            on.emit(if filled.some("profile").is_some() {
                let calls = std::iter::once(("iam:CreateRole", input)).chain(instance_profile::of_role(name));
                Scene::calls(account, calls.collect())
            } else {
                let then_open = Some(DocumentRef::Trust { account, role: name.into() });
                Action::Call { account, operation: "iam:CreateRole", input, then_open }
            });
            on.emit(Action::SelectObject(Some(role_key(account, name))));
        })
    };
    Form::new(id, form.new_role, form.create, fields).show(scene, on_submit)
}

/// Lets a principal assume the role.
fn trust_policy(principal: &Value) -> String {
    let statement = json!({ "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole" });
    pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }))
}
