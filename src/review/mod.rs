//! A list that is imported again over the clients that are there: what changed, what is new, what is gone.
