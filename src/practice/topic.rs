//! What an item is about: the lesson that teaches it.

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

topics! { L01 L02 L07 L08 L10 L11 L12 L13 L15 L16 L22 L23 L24 L31 L32 }
