//! The nine kinds of programs, a file each (DOMAIN 2.2).

mod benefits;
mod coalition;
mod discount;
mod game;
mod membership;
mod points;
mod rebate;
mod referral;
mod tiers;

pub use benefits::{Benefit, Benefits};
pub use coalition::Coalition;
pub use discount::{Discount, prompt_payment_cost};
pub use game::Game;
pub use membership::Membership;
pub use points::{Points, RewardCost};
pub use rebate::{Rebate, RebateBasis};
pub use referral::Referral;
pub use tiers::{Tier, Tiers};
