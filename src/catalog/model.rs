//! What the operations of some services take and give: names, types, what a value is held to.
//!
//! A call is checked by it, a command line is read with it, and output is put in order by it. It says nothing of
//! meaning: that is the operation's. Where the data comes from is said in `src/catalog/make_models.py`.

use crate::ordered;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a value is held to: a text by its characters, a number by its size, a list or a map by its entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Bounds {
    /// The least, if there is one; a least length of none is not said.
    pub least: Option<i64>,
    /// The most.
    pub most: Option<i64>,
    /// One of [`ServiceModel::form`].
    pub form: Option<usize>,
}

/// What a text looks like.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(untagged)]
pub enum Form {
    /// It fits a pattern; see [`fits`](super::fits).
    Pattern(Box<str>),
    /// It is one of these.
    OneOf(Vec<Box<str>>),
}

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueType {
    /// Text.
    Text(Bounds),
    /// A whole number.
    Integer(Bounds),
    /// Any number.
    Number,
    /// A truth value.
    Boolean,
    /// Bytes.
    Bytes,
    /// A moment.
    Time,
    /// A policy that answers give as JSON, and requests as its text.
    Policy(Bounds),
    /// One of [`ServiceModel::shape`].
    Shape(usize),
}

/// A value made of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Members by name, in the order of the service.
    Structure(Vec<Member>),
    /// Values of one type, so many.
    List(ValueType, Bounds),
    /// Values by name, and what the names are.
    Map {
        /// The names.
        key: ValueType,
        /// The values.
        value: ValueType,
        /// How many.
        count: Bounds,
    },
}

/// In which form a service is spoken to, and so with which words it refuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// Parameters in, XML out.
    Query,
    /// EC2's own kind of it.
    Ec2,
    /// JSON over one address.
    Json,
    /// JSON over addresses of its resources.
    RestJson,
    /// XML over addresses of its resources.
    RestXml,
    /// The newest, which a JSON service speaks as well.
    SmithyRpcV2Cbor,
}

/// A member of a structure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// `UserName`
    pub name: Box<str>,
    /// What it is.
    pub value: ValueType,
    /// Whether there is no call without it.
    pub is_required: bool,
}

/// What an operation takes and gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OperationModel {
    /// The structure of the request; none if it takes nothing.
    pub input: Option<usize>,
    /// The structure of the answer; none if it gives nothing.
    pub output: Option<usize>,
    /// Whether the request is not signed.
    pub is_unsigned: bool,
}

/// What an operation must be allowed to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The name of the action, `ListBucket`.
    pub action: Box<str>,
    /// What it may be about: ARNs with `${Name}` in place of what a request says. None for `*`.
    pub resources: Vec<Box<str>>,
}

/// The operations of a service.
#[derive(Clone, Debug)]
pub struct ServiceModel {
    /// `iam`
    pub service: Box<str>,
    /// How it is spoken to.
    pub protocol: Protocol,
    operations: BTreeMap<Box<str>, OperationModel>,
    names: Vec<Box<str>>,
    shapes: Vec<Shape>,
    forms: Vec<Form>,
    errors: BTreeMap<Box<str>, u16>,
    needs: BTreeMap<Box<str>, Vec<Need>>,
}

impl ServiceModel {
    /// The operation of that name, `CreateUser`; also none where only the name is known.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<OperationModel> {
        self.operations.get(name).copied()
    }

    /// The names of all operations in order, of those too whose shapes are left out.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = self.operations.keys().chain(&self.names).map(|name| &**name).collect();
        crate::ordered::sort(&mut names);
        names.into_iter()
    }

    /// The shape with that index.
    #[must_use]
    pub fn shape(&self, index: usize) -> Option<&Shape> {
        self.shapes.get(index)
    }

    /// What a value with these bounds looks like, if that is said.
    #[must_use]
    pub fn form(&self, bounds: Bounds) -> Option<&Form> {
        self.forms.get(bounds.form?)
    }

    /// The HTTP status of an error of this service; common ones, as `AccessDenied`, stand in no model.
    #[must_use]
    pub fn status(&self, error: &str) -> Option<u16> {
        self.errors.get(error).copied()
    }

    /// What the operation of that name must be allowed to do, as the Service Authorization Reference says; none of an
    /// operation that is not in the model.
    #[must_use]
    pub fn needs(&self, operation: &str) -> &[Need] {
        self.needs.get(operation).map_or(&[], |needs| needs)
    }

    /// The members of the structure with that index; none for no structure.
    #[must_use]
    pub fn members(&self, index: Option<usize>) -> &[Member] {
        match index.and_then(|index| self.shape(index)) {
            Some(Shape::Structure(members)) => members,
            _ => &[],
        }
    }
}

#[derive(Deserialize)]
struct Row {
    service: Box<str>,
    protocol: Protocol,
    operations: BTreeMap<Box<str>, Vec<Value>>,
    names: Vec<Box<str>>,
    shapes: Vec<Value>,
    forms: Vec<Form>,
    errors: BTreeMap<Box<str>, u16>,
    resources: Vec<Box<str>>,
}

/// The models, by the name of the service in ARNs and actions.
pub fn service_models() -> impl Iterator<Item = &'static ServiceModel> {
    entries().iter().map(model)
}

/// The model of that service, `s3`.
#[must_use]
pub fn service_model(service: &str) -> Option<&'static ServiceModel> {
    entries().iter().find(|entry| entry.service == service).map(model)
}

/// A service with its line of the file, which is read when somebody asks for it: most worlds know few services.
struct Entry {
    service: &'static str,
    line: &'static str,
    model: OnceLock<ServiceModel>,
}

fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let lines = include_str!("models.json").lines().map(|line| line.trim_end_matches(','));
        let entry = |line: &'static str| {
            let service = line.strip_prefix("{\"service\":\"")?.split('"').next()?;
            Some(Entry { service, line, model: OnceLock::new() })
        };
        lines.filter_map(entry).collect()
    })
}

fn model(entry: &'static Entry) -> &'static ServiceModel {
    entry.model.get_or_init(|| read_service(crate::json::read(entry.line).expect("the data file is tested to parse")))
}

fn read_service(row: Row) -> ServiceModel {
    let operation = |row: &[Value]| OperationModel {
        input: row.first().and_then(read_index),
        output: row.get(1).and_then(read_index),
        is_unsigned: row.get(2).and_then(Value::as_u64) == Some(1),
    };
    let needs = |name: &str, operation: &[Value]| match operation.get(3).and_then(Value::as_array) {
        Some(needs) => needs.iter().map(|need| read_need(name, need, &row.resources)).collect(),
        None => vec![Need { action: name.into(), resources: Vec::new() }],
    };
    ServiceModel {
        service: row.service,
        protocol: row.protocol,
        needs: ordered::map(row.operations.iter().map(|(name, row)| (name.clone(), needs(name, row)))),
        operations: ordered::map(row.operations.iter().map(|(name, row)| (name.clone(), operation(row)))),
        names: row.names,
        shapes: row.shapes.iter().map(read_shape).collect(),
        forms: row.forms,
        errors: row.errors,
    }
}

fn read_index(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|index| usize::try_from(index).ok())
}

/// The name of the action, unless it is the operation's, and the resources by their indexes.
fn read_need(operation: &str, need: &Value, resources: &[Box<str>]) -> Need {
    let parts = need.as_array().map_or(&[][..], Vec::as_slice);
    let action = parts.first().and_then(Value::as_str).unwrap_or(operation).into();
    let resources = parts.iter().filter_map(read_index).filter_map(|index| resources.get(index).cloned()).collect();
    Need { action, resources }
}

fn read_shape(value: &Value) -> Shape {
    match value {
        Value::Array(types) => match types.as_slice() {
            [item] => Shape::List(read_type(item), Bounds::default()),
            [item, count] => Shape::List(read_type(item), read_bounds(count.as_str().unwrap_or_default())),
            [key, value, count] => Shape::Map {
                key: read_type(key),
                value: read_type(value),
                count: read_bounds(count.as_str().unwrap_or_default()),
            },
            _ => Shape::Structure(Vec::new()),
        },
        Value::Object(members) => Shape::Structure(read_members(members)),
        _ => Shape::Structure(Vec::new()),
    }
}

fn read_members(members: &Map<String, Value>) -> Vec<Member> {
    let member = |(name, value): (&String, &Value)| {
        let required = name.strip_prefix('!');
        let is_required = required.is_some();
        Member { name: required.unwrap_or(name).into(), value: read_type(value), is_required }
    };
    members.iter().map(member).collect()
}

fn read_type(value: &Value) -> ValueType {
    if let Some(index) = read_index(value) {
        return ValueType::Shape(index);
    }
    let text = value.as_str().unwrap_or_default();
    let bounds = read_bounds(text.get(1..).unwrap_or_default());
    match text.as_bytes().first() {
        Some(b'i') => ValueType::Integer(bounds),
        Some(b'f') => ValueType::Number,
        Some(b'b') => ValueType::Boolean,
        Some(b'B') => ValueType::Bytes,
        Some(b't') => ValueType::Time,
        Some(b'p') => ValueType::Policy(bounds),
        _ => ValueType::Text(bounds),
    }
}

/// `1..64~3`: each part may be left out, and a least alone has no dots.
fn read_bounds(text: &str) -> Bounds {
    let (range, form) = text.split_once('~').map_or((text, None), |(range, form)| (range, form.parse().ok()));
    let (least, most) = range.split_once("..").unwrap_or((range, ""));
    Bounds { least: least.parse().ok(), most: most.parse().ok(), form }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_members_minima_and_lists_are_read() {
        let iam = service_model("iam").unwrap();
        let create_user = iam.operation("CreateUser").unwrap();
        let members = iam.members(create_user.input);
        let name = members.iter().find(|member| &*member.name == "UserName").unwrap();
        assert!(name.is_required);
        let ValueType::Text(bounds) = name.value else { panic!("{name:?}") };
        assert_eq!((bounds.least, bounds.most), (Some(1), Some(64)));
        assert_eq!(iam.form(bounds), Some(&Form::Pattern("[\\w+=,.@-]+".into())));
        let tags = members.iter().find(|member| &*member.name == "Tags").unwrap();
        let ValueType::Shape(index) = tags.value else { panic!("{tags:?}") };
        assert!(matches!(iam.shape(index), Some(Shape::List(ValueType::Shape(_), Bounds { most: Some(50), .. }))));
        assert_eq!(iam.status("DeleteConflict"), Some(409));
    }

    #[test]
    fn every_index_leads_to_a_shape() {
        assert_eq!(service_models().count(), 22);
        for model in service_models() {
            let exists = |value: &ValueType| !matches!(value, ValueType::Shape(index) if model.shape(*index).is_none());
            for shape in &model.shapes {
                let is_sound = match shape {
                    Shape::Structure(members) => members.iter().all(|member| exists(&member.value)),
                    Shape::List(value, _) => exists(value),
                    Shape::Map { key, value, .. } => exists(key) && exists(value),
                };
                assert!(is_sound, "{}: {shape:?}", model.service);
            }
            let ends = model.operations.values().flat_map(|operation| [operation.input, operation.output]);
            assert!(ends.flatten().all(|index| matches!(model.shape(index), Some(Shape::Structure(_)))));
        }
    }
}
