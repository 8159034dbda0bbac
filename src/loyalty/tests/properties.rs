//! Random clients and programs: the fast way agrees with the plain loop, and what has to be monotone is.

use proptest::prelude::*;

use super::direct::direct;
use super::fixture::portfolio;
use crate::loyalty::kinds::*;
use crate::loyalty::*;
use crate::segment::Segment;

fn segments() -> impl Strategy<Value = Segment> {
    prop::sample::select(Segment::ALL.to_vec())
}

/// Few values of churn and growth, so that cohorts have several clients.
fn clients() -> impl Strategy<Value = Vec<Client>> {
    let churn = prop_oneof![Just(0.0), Just(0.2), Just(1.0), 0.0..1.0];
    let growth = prop_oneof![Just(0.0), Just(0.05), -0.5..0.6];
    let client = (segments(), 1_000.0..2.0e6, -0.1..0.9, prop_oneof![Just(0.0), 0.1..80.0], churn, growth);
    let client = client.prop_map(|(segment, revenue, margin, orders, churn, growth)| Client {
        segment,
        revenue,
        margin,
        orders,
        churn,
        growth,
    });
    prop::collection::vec(client, 1..9)
}

fn ranges(most: f64) -> impl Strategy<Value = Range> {
    (0.0..most, 0.0..most, 0.0..most).prop_map(|(low, base, high)| Range { low, base, high })
}

fn commons() -> impl Strategy<Value = Common> {
    let participation = (0.0..1.0, 0.0..1.0, 0.0..1.0, 0.0..1.0);
    let ramp = prop_oneof![Just(1.0), 1.0..40.0];
    let money = (0.0..5_000.0, 0.0..9_000.0, 0.0..100.0);
    (participation, ranges(1.0), ranges(0.4), ranges(0.4), ranges(1.0), ramp, money).prop_map(
        |((small, medium, large, state), churn_cut, frequency_uplift, basket_uplift, incrementality, ramp, money)| {
            Common {
                participation: BySegment { small, medium, large, state },
                churn_cut,
                frequency_uplift,
                basket_uplift,
                incrementality,
                ramp_months: ramp,
                setup_cost: money.0,
                fixed_cost: money.1,
                member_cost: money.2,
            }
        },
    )
}

fn steps() -> impl Strategy<Value = Steps> {
    prop::collection::vec((1_000.0..900_000.0, 0.0..0.2), 0..5).prop_map(|gaps| {
        let mut from = 0.0;
        let step = |(gap, rate): &(f64, f64)| {
            from += gap;
            Step { from, rate: *rate }
        };
        Steps::new(gaps.iter().map(step).collect()).expect("rising steps")
    })
}

fn kinds() -> impl Strategy<Value = Kind> {
    let share = || 0.0..1.0;
    let cost = prop::sample::select(vec![RewardCost::Face, RewardCost::OwnGoods]);
    let basis = prop::sample::select(vec![RebateBasis::AllUnits, RebateBasis::Marginal]);
    prop_oneof![
        (0.0..2.0, 0.0..0.1, share(), 1.0..40.0, cost, share()).prop_map(|(e, v, q, x, cost, cost_per_face)| {
            Kind::Points(Points {
                points_per_currency: e,
                point_value: v,
                redemption: q,
                expiry_months: x,
                minimum_reward: 0.0,
                cost,
                cost_per_face,
            })
        }),
        (steps(), 0.0..2.0, 0.0..0.4)
            .prop_map(|(steps, scale, margin_floor)| { Kind::Discount(Discount { steps, scale, margin_floor }) }),
        (steps(), 0.0..2.0, share(), share(), 1.0..20.0, share(), share(), 0.0..500.0).prop_map(
            |(steps, scale, redemption, cost_per_face, review_months, nudge_window, nudge_probability, service)| {
                let tier = |step: &Step| Tier { from: step.from, rate: step.rate, service };
                let tiers = steps.list().iter().map(tier).collect();
                Kind::Tiers(Tiers {
                    tiers,
                    scale,
                    redemption,
                    cost_per_face,
                    review_months,
                    nudge_window,
                    nudge_probability,
                })
            }
        ),
        (0.0..20_000.0, 0.0..0.1, 0.0..100.0, share()).prop_map(|(fee, discount, delivery_value, hurdle)| {
            Kind::Membership(Membership { fee, discount, delivery_value, hurdle })
        }),
        (steps(), 0.0..2.0, basis, 0.0..0.3, 0.0..0.2, 1.0..12.0, share()).prop_map(
            |(slabs, scale, basis, growth_rebate, growth_threshold, period_months, attainment)| {
                Kind::Rebate(Rebate { slabs, scale, basis, growth_rebate, growth_threshold, period_months, attainment })
            }
        ),
        (0.0..2.0, 0.0..0.05, 0.0..9_000.0, share(), 1.0..40.0, 0.0..90.0).prop_map(
            |(e, price, joint_cost, q, x, inflow)| {
                Kind::Coalition(Coalition {
                    points_per_currency: e,
                    point_value: 0.01,
                    price_per_point: price,
                    joint_cost,
                    redemption: q,
                    redeemed_here: 0.3,
                    income_per_point: 0.01,
                    expiry_months: x,
                    partner_inflow: inflow,
                    partner_conversion: 0.05,
                    new_client_margin: 700.0,
                })
            }
        ),
        (0.0..500.0, share(), share(), 0.0..5_000.0, 0.0..12.0).prop_map(
            |(prize, completion, incremental_share, extra_sales, challenges_per_year)| {
                Kind::Gamified(Game { prize, completion, incremental_share, extra_sales, challenges_per_year })
            }
        ),
        (0.0..50.0, 0.0..20.0, 0.0..90.0, share(), any::<bool>(), 0.0..0.05, 0.0..0.05).prop_map(
            |(unit_cost, uses_per_year, extra_days, cost_of_money, funds_cost_only, bad_debt, donation)| {
                let benefit = Benefit { name: String::new(), unit_cost, uses_per_year, perceived_value: 1.0 };
                Kind::Benefits(Benefits {
                    benefits: vec![benefit],
                    use_scale: 1.0,
                    extra_days,
                    cost_of_money,
                    funds_cost_only,
                    bad_debt,
                    donation,
                })
            }
        ),
        (0.0..3.0, share(), 0.0..900.0, 0.0..900.0, 0.0..9_000.0, share()).prop_map(|(n, x, w1, w2, margin, churn)| {
            Kind::Referral(Referral {
                referrals_per_member: n,
                conversion: x,
                referrer_reward: w1,
                welcome_reward: w2,
                new_client_margin: margin,
                new_client_churn: churn,
            })
        }),
    ]
}

fn programs() -> impl Strategy<Value = Program> {
    let delivery = prop::sample::select(vec![Delivery::Open, Delivery::InContract]);
    (commons(), prop::collection::vec(kinds(), 1..4), delivery).prop_map(
        |(common, mut components, delivery): (Common, Vec<Kind>, Delivery)| {
            // The liability of two rebates is one promise; two in one program make no sense.
            let mut has_rebate = false;
            components.retain(|kind| kind.id() != KindId::Rebate || !std::mem::replace(&mut has_rebate, true));
            Program { delivery, ..Program::of(common, components) }
        },
    )
}

#[track_caller]
fn close(name: &str, fast: f64, plain: f64, scale: f64) {
    assert!((fast - plain).abs() <= 1e-9 * scale.max(1.0), "{name}: {fast} is not {plain}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn fast_way_agrees_with_a_loop_over_months(
        clients in clients(),
        programs in prop::collection::vec(programs(), 1..3),
        months in 1_u32..50,
        discount in 0.0..0.4,
        slice in 1_usize..6,
    ) {
        let horizon = Horizon::new(months, discount).expect("a horizon");
        let mut simulation =
            Simulation::new(portfolio(&clients), programs.clone().into(), horizon).expect("programs");
        while !simulation.advance(slice) {}
        let comparison = simulation.finish();
        for (at, program) in programs.iter().enumerate() {
            for scenario in Scenario::ALL {
                let plain = direct(&clients, program, scenario, horizon);
                let result = comparison.results[at].at(scenario);
                let total = &result.total;
                let scale = plain.revenue.abs() + plain.reward.abs() + plain.new_margin + program.common.setup_cost;
                close("baseline", total.baseline, plain.baseline, scale);
                close("revenue", total.revenue, plain.revenue, scale);
                close("retention", total.retention, plain.retention, scale);
                close("uplift", total.uplift, plain.uplift, scale);
                close("margin", total.margin, plain.margin, scale);
                close("new margin", total.new_margin, plain.new_margin, scale);
                close("reward", total.reward, plain.reward, scale);
                close("running", total.running, plain.running, scale);
                close("income", total.income, plain.income, scale);
                close("dead weight", total.dead_weight, plain.dead_weight, scale);
                close("net", total.net, plain.net, scale);
                close("npv", total.npv, plain.npv, scale);
                for month in 0..horizon.months() {
                    let net = result.flows.net()[month];
                    close("net of a month", net, plain.months[month], scale);
                    close("issued", result.liability.issued[month], plain.issued[month], scale);
                }
                if scenario == Scenario::Base {
                    let nets = comparison.client_nets(at).expect("a program");
                    for (net, plain) in nets.into_iter().zip(&plain.clients) {
                        close("client", net.expect("a client"), *plain, scale);
                    }
                }
            }
        }
    }

    #[test]
    fn more_effect_never_costs_and_more_reward_never_pays(
        clients in clients(),
        mut common in commons(),
        rates in (0.0..0.1, 0.0..0.1),
        effects in (0.0..1.0, 0.0..1.0),
    ) {
        // With margins that differ, keeping the clients of the least margin can lower the average return.
        let clients: Vec<Client> = clients.into_iter().map(|client| Client { margin: 0.3, ..client }).collect();
        let horizon = Horizon::default();
        common.churn_cut = Range::fixed(0.1);
        common.incrementality = Range::fixed(0.5);
        common.member_cost = 0.0;
        let net = |common: Common, rate: f64| {
            let points = super::fixture::points(rate, 0.7);
            let program = Program::of(common, vec![points]);
            evaluate(&portfolio(&clients), &program, Scenario::Base, horizon).expect("a result").total
        };
        let low = f64::min(rates.0, rates.1);
        let high = f64::max(rates.0, rates.1);
        prop_assert!(net(common, high).net <= net(common, low).net + 1e-6);
        let (less, more) = (f64::min(effects.0, effects.1), f64::max(effects.0, effects.1));
        let with_cut = |cut| Common { churn_cut: Range::fixed(cut), ..common };
        let with_lift = |lift| Common { basket_uplift: Range::fixed(lift), ..common };
        for (less, more) in [(with_cut(less), with_cut(more)), (with_lift(less), with_lift(more))] {
            let (less, more) = (net(less, 0.01), net(more, 0.01));
            prop_assert!(more.net >= less.net - 1e-6);
            prop_assert!(more.roi.unwrap_or(0.0) >= less.roi.unwrap_or(0.0) - 1e-9);
        }
    }
}
