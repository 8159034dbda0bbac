//! The start screen and the list of workbooks.
