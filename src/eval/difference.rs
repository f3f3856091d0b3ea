//! Where a pattern and a value part, for those who look at a comparison that failed.

use super::context::RequestContext;
use crate::glob::Glob;
use crate::policy::compile::Template;

/// The pattern as it was compared, with values put in for variables; none if one had no value.
#[must_use]
pub fn pattern_of(template: &Template, context: &RequestContext) -> Option<Glob> {
    template.resolve(|key| context.variable(key)).map(std::borrow::Cow::into_owned)
}

/// Byte offset of the first character of `value` that an ARN pattern cannot account for, field by
/// field; none if it fits.
#[must_use]
pub fn arn_first_difference(pattern: &Glob, value: &str) -> Option<usize> {
    let Some(patterns) = pattern.arn_fields() else { return pattern.first_difference(value) };
    let mut offset = 0;
    let mut fields = value.splitn(6, ':');
    for pattern in patterns {
        let Some(field) = fields.next() else { return Some(value.len()) };
        if let Some(at) = pattern.first_difference(field) {
            return Some(offset + at);
        }
        offset += field.len() + 1;
    }
    None
}
