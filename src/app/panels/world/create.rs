//! The `+` beside each heading, and the form that it opens.

use super::endpoint;
use super::name_form::NameForm;
use super::scene::{Scene, bucket_key, group_key, policy_key, role_key, user_key};
use crate::app::store::Action;
use iam_sandbox::analysis::DocumentRef;
use iam_sandbox::arn::{AccountId, Arn};
use iam_sandbox::policy::pretty_value;
use iam_sandbox::world::Account;
use serde_json::{Value, json};
use yew::prelude::*;

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
}

impl Kind {
    /// In the order of the headings.
    pub(super) const ALL: [Self; 7] =
        [Self::User, Self::Group, Self::Role, Self::Policy, Self::Bucket, Self::Key, Self::Endpoint];

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
        }
    }

    fn form(self, account: AccountId) -> String {
        format!("new/{}/{account}", self.word())
    }
}

/// The button beside a heading; none where whoever acts could not build.
pub(super) fn adder(scene: &Scene, account: &Account, kind: Kind) -> Html {
    if !scene.can_build(account.id) {
        return html! {};
    }
    let form = kind.form(account.id);
    let label = (scene.strings().form.in_account)(kind.title(scene), &account.name);
    html! {
        <button class="add" type="button" aria-label={label} aria-expanded={scene.is_form_open(&form).to_string()}
            aria-controls={form.clone()} onclick={scene.toggle_form(&form)}>{ "+" }</button>
    }
}

/// The form below a heading, if it is open.
pub(super) fn create_form(scene: &Scene, account: &Account, kind: Kind) -> Html {
    let id = kind.form(account.id);
    if !scene.is_form_open(&id) || !scene.can_build(account.id) {
        return html! {};
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
            {value} note={note(scene, account, kind)} {on_submit} />
    }
}

fn note(scene: &Scene, account: &Account, kind: Kind) -> String {
    let form = &scene.strings().form;
    match kind {
        Kind::User => form.user_note.to_owned(),
        // The endpoint has a form of its own, with its own note.
        Kind::Group | Kind::Endpoint => String::new(),
        Kind::Role if !scene.state.writes_answers() => form.role_note_lesson.to_owned(),
        Kind::Role => match scene.actor_arn(account.id) {
            Some(arn) => (form.role_note)(arn.last_name()),
            None => form.role_note_account.to_owned(),
        },
        Kind::Policy => {
            let (action, resource) = scene.first_statement();
            (form.policy_note)(action, iam_sandbox::text::short_resource(resource))
        }
        Kind::Bucket => form.bucket_note.to_owned(),
        Kind::Key => scene.build().key_note.to_owned(),
    }
}

/// The calls that make it, and then its row is opened.
fn create(scene: &Scene, account: AccountId, kind: Kind, name: &str) -> Vec<Action> {
    let call = |operation, input, then_open| Action::Call { account, operation, input, then_open };
    let (made, row) = match kind {
        Kind::User => {
            // Without a key nobody could act as the user.
            let calls = vec![
                ("iam:CreateUser", json!({ "UserName": name })),
                ("iam:CreateAccessKey", json!({ "UserName": name })),
            ];
            (Action::Calls { account, calls }, user_key(account, name))
        }
        Kind::Group => (call("iam:CreateGroup", json!({ "GroupName": name }), None), group_key(account, name)),
        Kind::Role => {
            let input = json!({ "RoleName": name, "AssumeRolePolicyDocument": trust_policy(scene, account) });
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
        // It has a form of its own.
        Kind::Endpoint => return Vec::new(),
        Kind::Bucket => (call("s3:CreateBucket", json!({ "Bucket": name, "Region": REGION }), None), bucket_key(name)),
    };
    vec![made, Action::SelectObject(Some(row))]
}

/// Lets the one who acts assume the role; the whole account where nobody of it acts. While a lesson is on its way it
/// lets in nobody who is there: whom to trust is for the learner to say.
fn trust_policy(scene: &Scene, account: AccountId) -> String {
    let principal = if scene.state.writes_answers() {
        json!({ "AWS": scene.actor_arn(account).unwrap_or_else(|| account.root_arn()) })
    } else {
        json!({ "Service": "ec2.amazonaws.com" })
    };
    let statement: Value = json!({ "Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole" });
    pretty_value(&json!({ "Version": "2012-10-17", "Statement": [statement] }))
}
