//! Parts that several panels use: props in, callbacks out, never a context.

pub mod aws_words;
pub mod chip;
pub mod combobox;
pub mod comparison;
pub mod credential_card;
pub mod dismiss;
pub mod document_text;
pub mod duration;
pub mod editor;
pub mod fields;
pub mod file_button;
pub mod focus;
pub mod highlight;
pub mod inline_panel;
pub mod key_id;
pub mod popover;
pub mod problems;
pub mod qr_code;
pub mod rule_code;
pub mod rule_facts;
pub mod segmented;
pub mod statements;
pub mod tabs;
pub mod tone;
