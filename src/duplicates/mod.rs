//! Clients that may be the same (DOMAIN section 6), and how two become one.
