//! What an item is about: the lesson that teaches it.

use super::item::Place;
use serde::{Deserialize, Serialize};

macro_rules! topics {
    ($($lesson:ident)*) => {
        /// A lesson, by its number in the curriculum.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the number of a lesson says all that there is to say")]
        pub enum Topic {
            $($lesson,)*
        }

        impl Topic {
            /// Every topic, in the order of the lessons.
            pub const ALL: &[Self] = &[$(Self::$lesson,)*];

            /// The id of the lesson, `L07`.
            #[must_use]
            pub const fn lesson(self) -> &'static str {
                match self {
                    $(Self::$lesson => stringify!($lesson),)*
                }
            }

            /// The topic of a lesson, if there is one.
            #[must_use]
            pub fn of_lesson(lesson: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|topic| topic.lesson() == lesson)
            }
        }
    };
}

impl Topic {
    /// What may decide a prediction on the topic.
    #[must_use]
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::L06 | Self::L11 | Self::L13 => &[Place::Resource, Place::Identity],
            Self::L22 => &[Place::Identity, Place::Session],
            Self::L24 | Self::L25 => &[Place::Resource, Place::Identity, Place::BothAccounts],
            Self::L31 => &[Place::Resource, Place::Identity, Place::PermissionsBoundary],
            Self::L32 => &[Place::Scp, Place::Identity],
            _ => &[Place::Identity],
        }
    }
}

topics! { L01 L02 L03 L04 L05 L06 L07 L08 L09 L10 L11 L12 L13 L14 L15 L16 L17 L19 L20 L21 L22 L23 L24 L25 L26 L28 L31 L32 L33 L34 L36 }
