//! Why an import went no further.

use crate::exchange::ReadError;
use crate::platform::exchange::Failure;

/// What went wrong, in the words of whoever found it. Its wording is in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file or the sheet cannot be read.
    Unreadable(ReadError),
    /// The worker broke, or could not be started.
    Worker(Failure),
    /// The browser can't get at the file.
    Unavailable,
}
