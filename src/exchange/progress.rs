//! How far a request is, without a clock: whoever listens decides how often it is shown.

use std::cell::{Cell, RefCell};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

use super::protocol::Stage;

/// Tells a listener how far a request is. Copies tell the same listener.
#[derive(Clone)]
pub struct Progress(Rc<Inner>);

struct Inner {
    report: RefCell<Box<dyn FnMut(Stage, f32)>>,
    stage: Cell<Stage>,
    total: Cell<f64>,
    done: Cell<f64>,
    told: Cell<f64>,
}

impl Progress {
    pub fn new(report: impl FnMut(Stage, f32) + 'static) -> Self {
        Self(Rc::new(Inner {
            report: RefCell::new(Box::new(report)),
            stage: Cell::new(Stage::Opening),
            total: Cell::new(1.0),
            done: Cell::new(0.0),
            told: Cell::new(0.0),
        }))
    }

    /// A request begins, with so much to do.
    pub fn begin(&self, stage: Stage, total: usize) {
        self.0.stage.set(stage);
        self.0.total.set((total as f64).max(1.0));
        self.0.done.set(0.0);
        self.0.told.set(-1.0);
        self.add(0);
    }

    pub fn stage(&self, stage: Stage) {
        self.0.stage.set(stage);
    }

    /// So much more is done.
    pub fn add(&self, amount: usize) {
        let inner = &self.0;
        inner.done.set(inner.done.get() + amount as f64);
        let share = (inner.done.get() / inner.total.get()).min(1.0);
        if share - inner.told.get() >= 0.004
            && let Ok(mut report) = inner.report.try_borrow_mut()
        {
            inner.told.set(share);
            report(inner.stage.get(), share as f32);
        }
    }
}

/// A file's bytes, which several readers share.
#[derive(Clone)]
pub struct SharedBytes(Rc<Vec<u8>>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A file's bytes that tell how many of them were read.
pub struct Metered {
    bytes: Cursor<SharedBytes>,
    progress: Progress,
}

impl Metered {
    pub fn new(bytes: Vec<u8>, progress: Progress) -> Self {
        Self { bytes: Cursor::new(SharedBytes(Rc::new(bytes))), progress }
    }

    /// The bytes, for another reader.
    pub fn shared(&self) -> SharedBytes {
        self.bytes.get_ref().clone()
    }
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.progress.add(count);
        Ok(count)
    }
}

impl Seek for Metered {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(place)
    }
}
