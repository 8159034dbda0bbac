//! Why a file could not be read.

use serde::{Deserialize, Serialize};

/// Why a file or one of its sheets could not be read: precise enough to say what happened and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ReadError {
    /// To do: open it in the program that made it, save a copy without the password.
    #[error("the file is protected by a password")]
    PasswordProtected,
    /// No bytes, or an archive with nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The content is a picture.
    #[error("the file is a picture")]
    Picture,
    /// The content is a PDF: figures have to be exported from where it was made.
    #[error("the file is a PDF document")]
    Pdf,
    /// Neither a workbook nor text.
    #[error("the file is not a workbook or a text table")]
    NotAWorkbook,
    /// Excel 2, 3 or 4 (before 1995), as the number says; or 5. To do: save it as .xlsx.
    #[error("the file is of Excel {version}, too old to be read")]
    TooOld { version: u8 },
    /// A text document, a presentation, an Apple Numbers file: an archive without a workbook.
    #[error("the archive holds no workbook")]
    NoWorkbookInside,
    /// The bytes contradict themselves or end early. The detail is the reader's own (English) words, for a report.
    #[error("the file is damaged: {detail}")]
    Damaged { detail: String },
    /// It would unpack to more than can be held: an absurd declared size, or a bomb.
    #[error("the file would unpack to more than can be held")]
    TooLarge,
    /// A sheet cannot be read; the others may be.
    #[error("the sheet {sheet} cannot be read: {detail}")]
    SheetUnreadable { sheet: String, detail: String },
    /// There are sheets, and none has a filled cell.
    #[error("there is nothing in the file's sheets")]
    NothingInside,
    /// A request about a file that is not (or no longer) open, or a sheet that it does not have. A fault of the
    /// program: open the file again.
    #[error("no such file or sheet is open")]
    NotOpen,
    /// A web page or XML with the name of a workbook, as some programs export them. To do: open it in a spreadsheet
    /// program, save it as .xlsx.
    #[error("the file is a web page, not a workbook")]
    WebPage,
}
