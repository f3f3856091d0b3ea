#![doc = include_str!("ARCHITECTURE.md")]

// The modules stand in the order of their layers: each imports only from those before it.
pub mod arn;
pub mod clock;
pub mod decimal;
pub mod fingerprint;
pub mod glob;
pub mod json;
pub mod ordered;
pub mod span;

pub mod catalog;
pub mod rule;

pub mod policy;

pub mod activity;
pub mod eval;
pub mod federation;
pub mod world;

pub mod authz;

pub mod services;

pub mod api;

pub mod analysis;
pub mod cli;
pub mod exchange;

pub mod lessons;
pub mod practice;

pub mod text;

#[cfg(feature = "js")]
pub mod js;
