//! One statement: which elements it has, and whether they may stand together.

use super::{JsonType, Parser, find, opening, suggest};
use crate::policy::Author;
use crate::policy::diagnostic::Finding;
use crate::policy::document::{Effect, PrincipalElement, Statement};
use crate::policy::json::{Json, JsonValue, Member, Object};
use crate::policy::kind::{ElementName, PolicyKind};
use crate::rule::Rule;
use crate::span::{Span, Spanned};

impl Parser {
    /// Reads a statement; none if it lacks what no statement can do without.
    pub(super) fn statement(&mut self, json: &Json<'_>) -> Option<Statement> {
        let JsonValue::Object(object) = &json.value else {
            self.wrong_type(json, ElementName::Statement, JsonType::Object);
            return None;
        };
        let members = &object.members;
        self.check_names(members, ElementName::IN_STATEMENT);
        self.check_legal(members);
        let sid = self.sid(members);
        let effect = self.effect(object, json.span);
        let principal = self.principal(object, json.span);
        let action = self.action(object, json.span);
        let resource = self.resource(object, json.span);
        let condition = find(members, ElementName::Condition);
        let conditions = condition.map(|member| self.conditions(member)).unwrap_or_default();
        Some(Statement {
            span: json.span,
            sid,
            effect: effect?,
            principal,
            action: action?,
            resource,
            conditions,
            condition_span: condition.map(Member::span),
        })
    }

    /// Elements that policies of this kind do not have, and pairs that exclude each other.
    fn check_legal(&mut self, members: &[Member<'_>]) {
        let kind = self.kind;
        for element in ElementName::IN_STATEMENT.iter().filter(|element| !kind.allows(**element)) {
            if let Some(member) = find(members, *element) {
                let (rule, issue) = illegal(self.kind, *element);
                let finding = Finding::ElementNotAllowed { element: *element, kind: self.kind };
                self.error(rule, issue, member.name.span, finding);
            }
        }
        let pairs = [
            (ElementName::Action, ElementName::NotAction),
            (ElementName::Resource, ElementName::NotResource),
            (ElementName::Principal, ElementName::NotPrincipal),
        ];
        for (plain, negated) in pairs {
            if let (Some(_), Some(member)) = (find(members, plain), find(members, negated)) {
                let finding = Finding::ExclusiveElements(plain, negated);
                self.error(Rule::A16, "UNSUPPORTED_ELEMENT_COMBINATION", member.name.span, finding);
            }
        }
    }

    fn sid(&mut self, members: &[Member<'_>]) -> Option<Spanned<Box<str>>> {
        let member = find(members, ElementName::Sid)?;
        let JsonValue::String(text) = &member.value.value else {
            self.wrong_type(&member.value, ElementName::Sid, JsonType::String);
            return None;
        };
        let text: Box<str> = (&**text).into();
        if self.kind.limits_sid() && !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.error(Rule::A23, "UNSUPPORTED_SID", member.value.span, Finding::InvalidSid(text.clone()));
        }
        Some(Spanned::new(text, member.value.span))
    }

    fn effect(&mut self, object: &Object<'_>, whole: Span) -> Option<Spanned<Effect>> {
        let Some(member) = find(&object.members, ElementName::Effect) else {
            self.missing(Rule::A17, ElementName::Effect, object, whole);
            return None;
        };
        let span = member.value.span;
        let JsonValue::String(text) = &member.value.value else {
            self.wrong_type(&member.value, ElementName::Effect, JsonType::String);
            return None;
        };
        let effects = [Effect::Allow, Effect::Deny];
        let Some(effect) = effects.into_iter().find(|effect| effect.as_str() == text) else {
            let near = suggest::nearest(text, effects.iter().map(|effect| effect.as_str()));
            let suggestion = effects.into_iter().find(|effect| Some(effect.as_str()) == near);
            let finding = Finding::InvalidEffect { found: (&**text).into(), suggestion };
            self.error(Rule::A17, "INVALID_EFFECT", span, finding);
            return None;
        };
        // AWS's own RCP, `RCPFullAWSAccess`, is the one that allows.
        if self.kind == PolicyKind::Rcp && effect == Effect::Allow && self.author == Author::Customer {
            self.error(Rule::A20, "RCP_SYNTAX_ERROR_ALLOW", span, Finding::OnlyDenyAllowed);
        }
        Some(Spanned::new(effect, span))
    }

    fn principal(&mut self, object: &Object<'_>, whole: Span) -> Option<PrincipalElement> {
        if !self.kind.has_principal() {
            return None;
        }
        let plain = find(&object.members, ElementName::Principal).map(|member| (member, false));
        let negated = || find(&object.members, ElementName::NotPrincipal).map(|member| (member, true));
        let Some((member, is_negated)) = plain.or_else(negated) else {
            self.missing(Rule::A72, ElementName::Principal, object, whole);
            return None;
        };
        self.principal_element(member, is_negated)
    }

    /// Says that `element` is missing, unless it may be in what could not be read.
    pub(super) fn missing(&mut self, rule: Rule, element: ElementName, object: &Object<'_>, whole: Span) {
        let issue = match element {
            ElementName::Effect => "MISSING_EFFECT",
            ElementName::Principal => "MISSING_PRINCIPAL",
            ElementName::Action => "MISSING_ACTION",
            _ => "MISSING_RESOURCE",
        };
        if object.is_whole {
            self.error(rule, issue, opening(whole), Finding::MissingElement { element, kind: self.kind });
        }
    }
}

/// The rule that keeps `element` out of policies of `kind`, and Access Analyzer's name for it.
fn illegal(kind: PolicyKind, element: ElementName) -> (Rule, &'static str) {
    match (kind, element) {
        (PolicyKind::Trust, ElementName::Resource | ElementName::NotResource) => {
            (Rule::A18, "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE")
        }
        (PolicyKind::Trust, ElementName::NotPrincipal) => (Rule::A77, "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL"),
        (PolicyKind::Scp, _) => (Rule::A77, "SCP_SYNTAX_ERROR_PRINCIPAL"),
        (PolicyKind::Rcp, ElementName::NotAction) => (Rule::A20, "RCP_SYNTAX_ERROR_NOTACTION"),
        (PolicyKind::Rcp, _) => (Rule::A20, "RCP_SYNTAX_ERROR_PRINCIPAL"),
        _ => (Rule::A77, "UNSUPPORTED_PRINCIPAL"),
    }
}
