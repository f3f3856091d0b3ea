//! Lessons: what is to be reached, whether it is, and what helps.
//!
//! A lesson is data. Its goals are lines of a closed language ([`goal`]), most of them requests with the answers
//! that they must get, so that any world that gives these answers is right, whatever its policies look like.
//!
//! **Invariants:** nothing here changes a sandbox that it was given; questions about what might be are asked in forks.
//! No sentences stand here: those of a lesson are in its files, those about lessons in the layer of text.

pub mod goal;
