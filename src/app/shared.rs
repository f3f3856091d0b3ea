//! A value that is shared and compared by address, so that Yew can tell at once what has not changed.

use std::ops::Deref;
use std::rc::Rc;

/// An `Rc` that is equal to another exactly if both are the same.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }

    /// A text that is the same exactly for equal ones, as long as they are there: a key for lists.
    pub fn address(&self) -> String {
        format!("{:p}", Rc::as_ptr(&self.0))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
