//! Parts that several panels use: props in, callbacks out, never a context.
