//! The page: one frame, five zones.
//!
//! `App` owns the store and hands it down in two contexts: the snapshot, compared by address, and
//! the dispatcher, which never changes. This file is `mod.rs` and not `app.rs`, since the browser
//! tests take it in by path and a file so taken looks for its children beside itself.

mod accounts;
mod components;
mod fetch;
mod frame;
mod keyboard;
mod learn;
#[cfg(feature = "prerender")]
mod pack;
mod packs;
mod panels;
mod practice;
mod reference;
mod rules;
mod share;
mod shared;
mod start;
mod storage;
mod store;
mod strings;

pub use start::start;
