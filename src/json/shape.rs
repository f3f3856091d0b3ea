//! A JSON value as serde reads types from it. Unlike `serde_json::from_value` it takes no list for a structure: no file
//! of ours has one, and the code that would read it is a third of what reads worlds. It copies nothing and knows no
//! places in the text.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, VariantAccess, Visitor};
use serde_json::{Error, Value};

type Result<T> = std::result::Result<T, Error>;

/// A value that is about to be read.
pub(super) struct Shape(pub(super) Value);

impl IntoDeserializer<'_, Error> for Shape {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[inline(never)]
fn unexpected(value: &Value, wanted: &str) -> Error {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Error::custom(format_args!("invalid type: {found}, expected {wanted}"))
}

fn read_list<'de, V: Visitor<'de>>(value: Value, visitor: V) -> Result<V::Value> {
    let Value::Array(items) = value else { return Err(unexpected(&value, "a list")) };
    let mut items = SeqDeserializer::new(items.into_iter().map(Shape));
    let read = visitor.visit_seq(&mut items)?;
    items.end()?;
    Ok(read)
}

fn read_object<'de, V: Visitor<'de>>(value: Value, visitor: V) -> Result<V::Value> {
    let Value::Object(members) = value else { return Err(unexpected(&value, "an object")) };
    let members = members.into_iter().map(|(name, value)| (Name(name), Shape(value)));
    let mut members = MapDeserializer::new(members);
    let read = visitor.visit_map(&mut members)?;
    members.end()?;
    Ok(read)
}

fn read_scalar<'de, V: Visitor<'de>>(value: Value, visitor: V) -> Result<V::Value> {
    match value {
        Value::Null => visitor.visit_unit(),
        Value::Bool(value) => visitor.visit_bool(value),
        Value::String(text) => visitor.visit_string(text),
        Value::Number(number) => number.deserialize_any(visitor),
        Value::Array(_) | Value::Object(_) => Err(unexpected(&value, "a single value")),
    }
}

macro_rules! scalars {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            read_scalar(self.0, visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Shape {
    type Error = Error;

    scalars! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_unit deserialize_identifier
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.0 {
            Value::Array(_) => read_list(self.0, visitor),
            Value::Object(_) => read_object(self.0, visitor),
            _ => read_scalar(self.0, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        read_scalar(self.0, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        read_list(self.0, visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        read_list(self.0, visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        read_list(self.0, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        read_list(self.0, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Result<V::Value> {
        read_list(self.0, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        read_object(self.0, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        read_object(self.0, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(Choice::of(self.0)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}

/// The name of a member: what it stands for may also be a number, which JSON has in no other form there.
struct Name(String);

impl IntoDeserializer<'_, Error> for Name {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! whole_numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            match self.0.parse() {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => visitor.visit_string(self.0),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Name {
    type Error = Error;

    whole_numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_string(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_enum(Choice { name: self.0, content: None })
    }

    serde::forward_to_deserialize_any! {
        bool f32 f64 char str string bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct identifier
        ignored_any
    }
}

/// One of several: its name, and what is in it, if it is more than a name.
struct Choice {
    name: String,
    content: Option<Value>,
}

impl Choice {
    fn of(value: Value) -> Result<Self> {
        match value {
            Value::String(name) => Ok(Self { name, content: None }),
            Value::Object(members) if members.len() == 1 => {
                let only = members.into_iter().next();
                only.map(|(name, value)| Self { name, content: Some(value) })
                    .ok_or_else(|| unexpected(&Value::Null, "one member"))
            }
            other => Err(unexpected(&other, "a name, or an object with one member")),
        }
    }

    fn content(self) -> Result<Value> {
        self.content.ok_or_else(|| Error::custom("invalid type: a name alone, expected what is in it"))
    }
}

impl<'de> EnumAccess<'de> for Choice {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(mut self, seed: S) -> Result<(S::Value, Self)> {
        let name = std::mem::take(&mut self.name);
        Ok((seed.deserialize(Shape(Value::String(name)))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(value) => Err(unexpected(&value, "a name alone")),
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value> {
        seed.deserialize(Shape(self.content()?))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        read_list(self.content()?, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        read_object(self.content()?, visitor)
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Whole {
        name: Box<str>,
        age: Option<u32>,
        #[serde(default)]
        share: f64,
        by_name: BTreeMap<Name, (i8, char)>,
        by_number: BTreeMap<u32, Kind>,
        by_kind: BTreeMap<Which, bool>,
        kinds: Vec<Kind>,
        #[serde(flatten)]
        rest: Rest,
    }

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    struct Name(String);

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
    enum Which {
        This,
        That,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Rest {
        is_last: bool,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        One(u8),
        Two(u8, String),
        Named { at: i64 },
    }

    fn whole() -> Whole {
        Whole {
            name: "payroll".into(),
            age: None,
            share: 0.5,
            by_name: [(Name("a".to_owned()), (-1, 'x'))].into(),
            by_number: [(1, Kind::Plain), (20, Kind::One(0))].into(),
            by_kind: [(Which::This, true), (Which::That, false)].into(),
            kinds: vec![Kind::Plain, Kind::One(1), Kind::Two(2, "b".to_owned()), Kind::Named { at: -3 }],
            rest: Rest { is_last: true },
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let text = serde_json::to_string(&whole()).unwrap();
        assert_eq!(super::super::read::<Whole>(&text).unwrap(), whole());
    }

    #[test]
    fn what_is_of_another_shape_is_refused() {
        let wrong: [&str; 7] = [
            r#"["a"]"#,
            r#"{"is_last": 1}"#,
            r#"{"is_last": "true"}"#,
            "{}",
            "null",
            r#"{"is_last": [true]}"#,
            "[true]",
        ];
        for text in wrong {
            assert!(super::super::read::<Rest>(text).is_err(), "{text}");
        }
        for text in
            [r#""One""#, r#"{"Plain": 1}"#, r#"{"One": [1, 2]}"#, r#"{"One": 1, "Two": 2}"#, r#"{"Two": [1]}"#, "7"]
        {
            assert!(super::super::read::<Kind>(text).is_err(), "{text}");
        }
        assert!(super::super::read::<(u8, u8)>("[1, 2, 3]").is_err());
        assert!(super::super::read::<u8>("256").is_err());
        assert!(super::super::read::<u8>(r#""1""#).is_err());
        for text in [r#"{"a": 1}"#, r#"{"-1": 1}"#, r#"{"256": 1}"#] {
            assert!(super::super::read::<BTreeMap<u8, u8>>(text).is_err(), "{text}");
        }
    }
}
