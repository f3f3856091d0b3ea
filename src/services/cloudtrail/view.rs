//! Trails and their selectors as CloudTrail's answers show them.

use crate::json::json;
use crate::world::{EventSelector, Trail};
use serde_json::Value;

pub(super) fn trail(trail: &Trail) -> Value {
    let mut value = json!({ "Name": trail.name, "S3BucketName": trail.bucket });
    if let Some(prefix) = &trail.prefix {
        value["S3KeyPrefix"] = json!(prefix);
    }
    value["IncludeGlobalServiceEvents"] = trail.includes_global.into();
    value["IsMultiRegionTrail"] = trail.is_multi_region.into();
    value["HomeRegion"] = json!(trail.region);
    value["TrailARN"] = json!(trail.arn());
    value["LogFileValidationEnabled"] = false.into();
    value["HasCustomEventSelectors"] =
        trail.selectors.iter().any(|selector| *selector != EventSelector::default()).into();
    value["HasInsightSelectors"] = false.into();
    value["IsOrganizationTrail"] = false.into();
    value
}

/// A trail as it is answered when it is made.
pub(super) fn made(made: &Trail) -> Value {
    let mut value = trail(made);
    if let Value::Object(members) = &mut value {
        for of_description in ["HomeRegion", "HasCustomEventSelectors", "HasInsightSelectors"] {
            members.shift_remove(of_description);
        }
    }
    value
}

pub(super) fn selectors(trail: &Trail) -> Value {
    json!({ "TrailARN": trail.arn(), "EventSelectors": trail.selectors })
}
