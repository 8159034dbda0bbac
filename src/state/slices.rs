//! Long work in slices, between which the page paints and takes input.

use super::host::Host;

/// Works for about `budget` milliseconds and goes on when the browser had its turn, until `step` says that all is done.
/// Work that is no longer wanted ends without `finish`.
pub fn in_slices(
    host: Host,
    budget: f64,
    is_wanted: impl Fn() -> bool + 'static,
    mut step: impl FnMut() -> bool + 'static,
    finish: impl FnOnce() + 'static,
) {
    if !is_wanted() {
        return;
    }
    let start = (host.now)();
    while !step() {
        if (host.now)() - start > budget {
            return (host.later)(Box::new(move || in_slices(host, budget, is_wanted, step, finish)));
        }
    }
    finish();
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use super::*;

    thread_local! {
        static NOW: Cell<f64> = const { Cell::new(0.0) };
        static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
    }

    fn host() -> Host {
        Host {
            now: || NOW.get(),
            later: |work| WAITING.with_borrow_mut(|waiting| waiting.push(work)),
            ..Host::for_tests()
        }
    }

    fn next() -> bool {
        let work = WAITING.with_borrow_mut(Vec::pop);
        work.map(|work| work()).is_some()
    }

    /// Ten steps of 20 ms each in slices of 30, wanted while `wanted` slices were not begun.
    #[track_caller]
    fn check(wanted: u32, slices: u32, steps: u32, finished: bool) {
        let (done, begun, is_finished) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)), Rc::new(Cell::new(false)));
        let is_wanted = {
            let begun = begun.clone();
            move || {
                begun.set(begun.get() + 1);
                begun.get() <= wanted
            }
        };
        let step = {
            let done = done.clone();
            move || {
                NOW.set(NOW.get() + 20.0);
                done.set(done.get() + 1);
                done.get() == 10
            }
        };
        let finish = {
            let is_finished = is_finished.clone();
            move || is_finished.set(true)
        };
        in_slices(host(), 30.0, is_wanted, step, finish);
        while next() {}
        assert_eq!((begun.get(), done.get(), is_finished.get()), (slices, steps, finished));
    }

    #[test]
    fn the_page_has_its_turn_between_slices_until_all_is_done() {
        check(100, 5, 10, true);
    }

    #[test]
    fn what_is_no_longer_wanted_ends_unfinished() {
        check(2, 3, 4, false);
    }
}
