//! Requests as operations read them: members by name, each as what the operation wants it to be.
//!
//! What AWS holds a member to is checked before, by the model ([`constraints`](super::constraints)). Here is only what
//! an operation takes: a member that it does not read is refused, for it would be left out in silence.
//!
//! [`request!`] stands in for a derive of serde, whose code is several times as long for each of some hundred requests.

use super::constraints::lower_first;
use super::{ApiError, validate};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A request, or a structure within one.
pub trait Request: Sized {
    /// Takes the members that it knows; none where one is missing or of another type, which the members keep.
    fn take(members: &mut Members<'_>) -> Option<Self>;
}

/// What a member can be.
pub(super) trait Member: Sized {
    /// Reads the value.
    fn of_value(value: &Value) -> Result<Self, Problem>;

    /// What it is if the member is not there; none if there is no request without it.
    fn absent() -> Option<Self> {
        None
    }
}

/// Why a request cannot be read.
#[derive(Debug)]
pub(super) enum Problem {
    /// There is no request without this member.
    Missing(String),
    /// A value is of another type.
    WrongType,
    /// The operation does not read this member.
    Unknown(String),
}

/// The members of a structure, of which some have been read.
#[derive(Debug)]
pub struct Members<'a> {
    values: &'a Map<String, Value>,
    /// The members that were asked for, by place.
    read: u64,
    problem: Option<Problem>,
}

impl<'a> Members<'a> {
    fn of(value: &'a Value) -> Result<Self, Problem> {
        let values = value.as_object().ok_or(Problem::WrongType)?;
        Ok(Self { values, read: 0, problem: None })
    }

    /// The member as what is wanted. Its name is written as Rust writes it: `user_name` for `UserName`.
    pub(super) fn take<T: Member>(&mut self, name: &str) -> Option<T> {
        let Some(value) = self.find(name) else {
            let absent = T::absent();
            if absent.is_none() {
                self.fail(Problem::Missing(pascal(name)));
            }
            return absent;
        };
        match T::of_value(value) {
            Ok(taken) => Some(taken),
            Err(problem) => {
                self.fail(problem);
                None
            }
        }
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> Option<&'a Value> {
        let (place, (_, value)) = self.values.iter().enumerate().find(|(_, (member, _))| is_named(member, name))?;
        self.read |= bit(place);
        (!value.is_null()).then_some(value)
    }

    #[inline(never)]
    fn fail(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
    }

    /// What is wrong with the request, a member that nobody asked for included.
    #[inline(never)]
    fn finish(self) -> Result<(), Problem> {
        let unknown = self.values.keys().enumerate().find(|(place, _)| self.read & bit(*place) == 0);
        match (self.problem, unknown) {
            (Some(problem), _) => Err(problem),
            (None, Some((_, name))) => Err(Problem::Unknown(name.clone())),
            (None, None) => Ok(()),
        }
    }
}

/// No request has as many members as there are bits; those beyond would be taken as not read.
fn bit(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or_default()
}

/// Whether `UserName` is `user_name`.
fn is_named(member: &str, name: &str) -> bool {
    let letters = name.bytes().filter(|byte| *byte != b'_');
    member.bytes().map(|byte| byte.to_ascii_lowercase()).eq(letters.map(|byte| byte.to_ascii_lowercase()))
}

/// `UserName` for `user_name`.
fn pascal(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

/// Reads the request of an operation, or a structure within one.
pub(super) fn structure<T: Request>(value: &Value) -> Result<T, Problem> {
    let mut members = Members::of(value)?;
    let taken = T::take(&mut members);
    members.finish()?;
    taken.ok_or(Problem::WrongType)
}

/// Reads a request that is no operation's of the table.
pub(super) fn read<T: Request>(input: &Value) -> Result<T, ApiError> {
    structure(input).map_err(unreadable)
}

/// The member, also of a structure within, that the operation does not read.
pub(super) fn unread(problem: Problem) -> Option<Box<str>> {
    match problem {
        Problem::Unknown(name) => Some(name.into()),
        Problem::Missing(_) | Problem::WrongType => None,
    }
}

/// What is answered to a request that cannot be read.
pub(super) fn unreadable(problem: Problem) -> ApiError {
    match problem {
        Problem::Missing(name) => validate::missing(&lower_first(&name)),
        Problem::WrongType => ApiError::new("SerializationException", 400, "Expected a structure."),
        Problem::Unknown(name) => ApiError::validation(format!("1 validation error detected: unknown field `{name}`")),
    }
}

/// Declares a request: its members in order, with a name in quotation marks where it is another than AWS's.
macro_rules! request {
    ($(#[$about:meta])* $visibility:vis struct $request:ident {}) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        $visibility struct $request {}

        impl $crate::services::request::Request for $request {
            fn take(_: &mut $crate::services::request::Members<'_>) -> Option<Self> {
                Some(Self {})
            }
        }
    };
    ($(#[$about:meta])* $visibility:vis struct $request:ident {
        $($(#[$doc:meta])* $of:vis $member:ident $(= $name:literal)?: $type:ty),* $(,)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug)]
        $visibility struct $request {
            $($(#[$doc])* $of $member: $type,)*
        }

        impl $crate::services::request::Request for $request {
            fn take(members: &mut $crate::services::request::Members<'_>) -> Option<Self> {
                Some(Self { $($member: members.take($crate::services::request::name!($member $($name)?))?,)* })
            }
        }

        impl $crate::services::request::Member for $request {
            fn of_value(value: &serde_json::Value) -> Result<Self, $crate::services::request::Problem> {
                $crate::services::request::structure(value)
            }
        }
    };
}

macro_rules! name {
    ($member:ident) => {
        stringify!($member)
    };
    ($member:ident $name:literal) => {
        $name
    };
}

/// What serde reads by itself: names, sets of values.
macro_rules! read_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::services::request::Member for $type {
            fn of_value(value: &serde_json::Value) -> Result<Self, $crate::services::request::Problem> {
                $crate::services::request::by_serde(value)
            }
        }
    )*};
}

pub(super) use {name, read_by_serde, request};

pub(super) fn by_serde<T: DeserializeOwned>(value: &Value) -> Result<T, Problem> {
    crate::json::of_value(value.clone()).map_err(|_| Problem::WrongType)
}

read_by_serde!(crate::arn::Arn, crate::arn::AccountId, crate::world::OrganizationPolicyType);

impl Member for String {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        value.as_str().map(Into::into).ok_or(Problem::WrongType)
    }
}

impl Member for Value {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        Ok(value.clone())
    }
}

impl Member for bool {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        value.as_bool().ok_or(Problem::WrongType)
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Member for $type {
            fn of_value(value: &Value) -> Result<Self, Problem> {
                value.as_u64().and_then(|number| number.try_into().ok()).ok_or(Problem::WrongType)
            }
        }
    )*};
}

whole_numbers!(u16, u32, u64, usize);

impl<T: Member> Member for Option<T> {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        T::of_value(value).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Member> Member for Vec<T> {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        let Some(items) = value.as_array() else { return Err(Problem::WrongType) };
        let mut read = Self::with_capacity(items.len());
        for item in items {
            read.push(T::of_value(item)?);
        }
        Ok(read)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Member> Member for std::collections::BTreeMap<String, T> {
    fn of_value(value: &Value) -> Result<Self, Problem> {
        let Some(entries) = value.as_object() else { return Err(Problem::WrongType) };
        let mut read = Self::new();
        for (name, value) in entries {
            read.insert(name.clone(), T::of_value(value)?);
        }
        Ok(read)
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}
