//! Tags with the key `project`, on those who ask and on what is asked for.

use super::super::fact::Fact;
use super::Draft;
use crate::arn::AccountId;
use crate::json::json;

impl Draft {
    /// A role gets a tag of a project.
    pub(in super::super) fn role_tag(&mut self, account: AccountId, role: &str, project: &str) {
        let tags = json!([{ "Key": "project", "Value": project }]);
        self.call(account, "iam:TagRole", json!({ "RoleName": role, "Tags": tags }));
        self.facts.push(Fact::RoleTag { role: role.into(), project: project.into() });
    }

    /// A user gets a tag of a project, or none.
    pub(in super::super) fn user_tag(&mut self, account: AccountId, user: &str, project: Option<&str>) {
        if let Some(project) = project {
            let tags = json!([{ "Key": "project", "Value": project }]);
            self.call(account, "iam:TagUser", json!({ "UserName": user, "Tags": tags }));
        }
        self.facts.push(Fact::UserTag { user: user.into(), project: project.map(Into::into) });
    }

    /// An object, with a tag of a project or without.
    pub(in super::super) fn object(&mut self, account: AccountId, bucket: &str, key: &str, project: Option<&str>) {
        let mut input = json!({ "Bucket": bucket, "Key": key });
        if let Some(project) = project {
            input["Tagging"] = json!(format!("project={project}"));
        }
        self.call(account, "s3:PutObject", input);
        let object = format!("{bucket}/{key}").into();
        self.facts.push(Fact::ObjectTag { object, project: project.map(Into::into) });
    }
}
