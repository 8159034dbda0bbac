//! Clients that may be the same (DOMAIN section 6), and how two become one.

mod normal_name;

pub use normal_name::normal_name;
