//! The page.

fn main() {
    kontor::start();
}
