//! A whole workbook in one file.

use serde::{Deserialize, Serialize};

use super::info::WorkbookInfo;
use crate::workbook::Origin;

const MARK: &[u8; 8] = b"KONTOR\0\x01";

/// A workbook as a file: who it is, so that opening it again merges instead of doubling, and all that it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    pub workbook: Origin,
    pub info: WorkbookInfo,
    /// The workbook as one update, with its own checksum.
    #[serde(with = "serde_bytes")]
    pub update: Vec<u8>,
}

/// Why bytes are no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    #[error("the file is no backup of Kontor's")]
    NotABackup,
    #[error("the backup is damaged")]
    Damaged,
}

impl Backup {
    /// What the files' names end in.
    pub const EXTENSION: &str = "kontor";

    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        // Serialising plain data into memory cannot fail; an empty body would be refused on reading.
        bytes.extend(postcard::to_allocvec(self).unwrap_or_default());
        bytes
    }

    /// Whether bytes begin as a backup does.
    pub fn is_backup(bytes: &[u8]) -> bool {
        bytes.starts_with(MARK)
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BackupError> {
        let body = bytes.strip_prefix(MARK).ok_or(BackupError::NotABackup)?;
        postcard::from_bytes(body).map_err(|_| BackupError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_read_back_and_another_file_is_refused() {
        let info = WorkbookInfo { title: "Клиенты".to_owned(), clients: 5, ..WorkbookInfo::default() };
        let backup = Backup { workbook: Origin(5), info, update: vec![1, 2, 3] };
        let bytes = backup.to_bytes();
        assert_eq!(Backup::from_bytes(&bytes), Ok(backup));
        assert_eq!(Backup::from_bytes(b"PK\x03\x04"), Err(BackupError::NotABackup));
        assert_eq!(Backup::from_bytes(&bytes[..12]), Err(BackupError::Damaged));
    }
}
