//! Calculated columns: a formula over the row's columns.
