//! A text as a QR code, for a phone to read.

use qrcodegen::QrCodeEcc;
use std::fmt::Write;
use yew::prelude::*;

/// Modules without anything around the code (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// Props of [`QrCode`].
#[derive(Clone, PartialEq, Properties)]
pub struct QrCodeProps {
    /// What a phone reads.
    pub text: AttrValue,
    /// What it is, for screen readers.
    pub label: AttrValue,
}

/// The code; a text that is too long has none.
#[component]
pub fn QrCode(props: &QrCodeProps) -> Html {
    let drawn = use_memo(props.text.clone(), |text| drawn(text));
    let Some((size, path)) = &*drawn else { return Html::default() };
    let whole = size + 2 * QUIET_ZONE;
    html! {
        <svg class="qr-code" viewBox={format!("{0} {0} {whole} {whole}", -QUIET_ZONE)} role="img" aria-label={props.label.clone()}>
            <path d={path.clone()} />
        </svg>
    }
}

/// How wide it is, and its dark modules as squares.
fn drawn(text: &str) -> Option<(i32, String)> {
    let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some((code.size(), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_wide_as_its_version_and_has_its_corners() {
        let text = "otpauth://totp/Alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let (size, path) = drawn(text).unwrap();
        // 73 bytes need version 5 with error correction M (ISO/IEC 18004, table 7): 84 fit there, 62 into version 4.
        assert_eq!(size, 17 + 4 * 5);
        // The outer corners of the three finder patterns, and the light corner that has none.
        for corner in ["M0 0h", "M36 0h", "M0 36h"] {
            assert!(path.contains(corner), "{corner}");
        }
        assert!(!path.contains("M7 0h") && !path.contains("M7 7h"));
    }
}
