//! The page of IAM Sandbox.
//!
//! On wasm32 with the feature `app` it shows itself; natively with the feature `prerender` it prints
//! its first screen, which the build puts into `index.html`.

#![allow(unreachable_pub, reason = "a program exports nothing; `pub` says what a module offers its siblings")]

mod app;

fn main() {
    app::start();
}
