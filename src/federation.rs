//! Identity providers and certificate authorities outside AWS: what they issue, and what can be read in it.
//!
//! One provider stands for all there are. It issues in the name of whatever issuer it is told, and each issuer has a
//! key that follows from its name, so that nobody needs to keep one. The profile is narrow: a token is a JSON Web
//! Token, an assertion is one assertion of SAML 2.0 in its response; both are signed with HMAC and SHA-256, where AWS
//! takes keys of RSA or elliptic curves and fetches the public half. What a signature covers, who checks what, and
//! what comes of a changed one is as with those.
//!
//! Which account trusts which issuer, and for what, is not known here.

mod assertion;
mod certificate;
mod key;
mod metadata;
mod token;

pub use assertion::{ATTRIBUTES, Assertion, AssertionProblem, AssertionRequest, RECIPIENT, ROLE_ATTRIBUTE};
pub use certificate::{Certificate, CertificateProblem, RevocationList, private_key};
pub use metadata::{Metadata, metadata_of};
pub use token::{Token, TokenProblem, TokenRequest};
