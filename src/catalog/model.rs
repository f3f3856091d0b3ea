//! What the operations of some services take and give: names, types, what is required.
//!
//! A command line is read with it and output is put in order by it. It says nothing of patterns, maxima or
//! meaning: those are the operation's. Where the data comes from is said in `src/catalog/make_models.py`.

use crate::ordered;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueType {
    /// Text of at least so many characters.
    Text(usize),
    /// A whole number that is at least so large, if there is a least one.
    Integer(Option<i64>),
    /// Any number.
    Number,
    /// A truth value.
    Boolean,
    /// Bytes.
    Bytes,
    /// A moment.
    Time,
    /// A policy that answers give as JSON.
    Policy,
    /// One of [`ServiceModel::shape`].
    Shape(usize),
}

/// A value made of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Members by name, in the order of the service.
    Structure(Vec<Member>),
    /// Any number of values of one type.
    List(ValueType),
    /// Values by name.
    Map(ValueType),
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

/// The operations of a service.
#[derive(Clone, Debug)]
pub struct ServiceModel {
    /// `iam`
    pub service: Box<str>,
    operations: BTreeMap<Box<str>, OperationModel>,
    names: Vec<Box<str>>,
    shapes: Vec<Shape>,
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
        names.sort_unstable();
        names.into_iter()
    }

    /// The shape with that index.
    #[must_use]
    pub fn shape(&self, index: usize) -> Option<&Shape> {
        self.shapes.get(index)
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
struct File {
    services: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    service: Box<str>,
    operations: BTreeMap<Box<str>, Vec<Option<usize>>>,
    names: Vec<Box<str>>,
    shapes: Vec<Value>,
}

/// The models, by the name of the service in ARNs and actions.
#[must_use]
pub fn service_models() -> &'static [ServiceModel] {
    static MODELS: OnceLock<Vec<ServiceModel>> = OnceLock::new();
    MODELS.get_or_init(|| {
        let file: File = serde_json::from_str(include_str!("models.json")).expect("the data file is tested to parse");
        file.services.into_iter().map(read_service).collect()
    })
}

/// The model of that service, `s3`.
#[must_use]
pub fn service_model(service: &str) -> Option<&'static ServiceModel> {
    service_models().iter().find(|model| &*model.service == service)
}

fn read_service(row: Row) -> ServiceModel {
    let operation = |ends: Vec<Option<usize>>| OperationModel {
        input: ends.first().copied().flatten(),
        output: ends.get(1).copied().flatten(),
        is_unsigned: ends.len() > 2,
    };
    ServiceModel {
        service: row.service,
        operations: ordered::map(row.operations.into_iter().map(|(name, ends)| (name, operation(ends)))),
        names: row.names,
        shapes: row.shapes.iter().map(read_shape).collect(),
    }
}

fn read_shape(value: &Value) -> Shape {
    match value {
        Value::Array(types) => match types.as_slice() {
            [item] => Shape::List(read_type(item)),
            [_, value] => Shape::Map(read_type(value)),
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
    if let Some(index) = value.as_u64() {
        return ValueType::Shape(usize::try_from(index).unwrap_or(usize::MAX));
    }
    let text = value.as_str().unwrap_or_default();
    let least = text.get(1..).unwrap_or_default();
    match text.as_bytes().first() {
        Some(b'i') => ValueType::Integer(least.parse().ok()),
        Some(b'f') => ValueType::Number,
        Some(b'b') => ValueType::Boolean,
        Some(b'B') => ValueType::Bytes,
        Some(b't') => ValueType::Time,
        Some(b'p') => ValueType::Policy,
        _ => ValueType::Text(least.parse().unwrap_or_default()),
    }
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
        assert_eq!(name.value, ValueType::Text(1));
        let tags = members.iter().find(|member| &*member.name == "Tags").unwrap();
        let ValueType::Shape(index) = tags.value else { panic!("{tags:?}") };
        assert!(matches!(iam.shape(index), Some(Shape::List(ValueType::Shape(_)))));
    }

    #[test]
    fn every_index_leads_to_a_shape() {
        for model in service_models() {
            let exists = |value: &ValueType| !matches!(value, ValueType::Shape(index) if model.shape(*index).is_none());
            for shape in &model.shapes {
                let is_sound = match shape {
                    Shape::Structure(members) => members.iter().all(|member| exists(&member.value)),
                    Shape::List(value) | Shape::Map(value) => exists(value),
                };
                assert!(is_sound, "{}: {shape:?}", model.service);
            }
            let ends = model.operations.values().flat_map(|operation| [operation.input, operation.output]);
            assert!(ends.flatten().all(|index| matches!(model.shape(index), Some(Shape::Structure(_)))));
        }
    }
}
