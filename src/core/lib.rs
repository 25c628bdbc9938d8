//! What to file and what you will pay when you are treated away from where you
//! are insured in China (异地就医): the engine of `yidi`, alone.
//!
//! Everything here is pure: no terminal, clock, environment, file or language is
//! inside it. The policy data is built in; the day is handed in. How the parts
//! lie on each other, and what may never be added, tells [`architecture`].
//!
//! # From 鞍山 to 北京
//!
//! A person insured in 鞍山, an employee in work, is treated in a tier 3 hospital
//! in 北京; the bill is 5万 and not split, the trip is filed.
//!
//! ```
//! use jiff::civil::date;
//! use yidi_core::answers::Draft;
//! use yidi_core::case::{Field, Filed};
//! use yidi_core::checklist::checklist;
//! use yidi_core::estimate::estimate;
//! use yidi_core::num::Money;
//! use yidi_core::places::resolve;
//! use yidi_core::policy::{Book, Grade, Status, Tier};
//!
//! let today = date(2026, 11, 22);
//!
//! // The answers, as they are given. What is not answered stays open.
//! let mut draft = Draft {
//!     insured: Some(resolve("鞍山").expect("a place")),
//!     care_place: Some(resolve("beijing").expect("a place")), // 北京, or its code, do as well
//!     status: Some(Status::Active),
//!     tier: Some(Tier::Three),
//!     filed: Filed::Yes,
//!     ..Draft::default()
//! };
//! draft.write(Field::Total, "5万");
//!
//! // The one door to a case; or every problem at once, each with its question.
//! let case = draft.finish(today).expect("nothing is missing");
//!
//! // Two complete settlements: the person pays least in one, most in the other.
//! let book = Book::embedded()?;
//! let result = estimate(&book, &case)?;
//! let pays = result.personal();
//! assert_eq!((pays.low(), pays.high()), (Money::from_yuan(22_700), Money::from_yuan(27_200)));
//! assert_eq!(pays.low().to_string(), "22700.00");
//! assert_eq!(result.grade(), Grade::Assumed); // the weakest figure that was used
//!
//! // Split, with nothing uncovered: (50 000 − 2 000) × 60 % = 28 800 are paid.
//! for part in [Field::OwnExpense, Field::Prepay, Field::OverLimit] {
//!     draft.write(part, "0");
//! }
//! let case = draft.finish(today).expect("nothing is missing");
//! let pays = estimate(&book, &case)?.personal();
//! assert!(pays.is_exact());
//! assert_eq!(pays.low(), Money::from_yuan(50_000 - 28_800));
//!
//! // What to file, bring and do, in the order of time.
//! let list = checklist(&book, &case, today)?;
//! assert!(!list.todos.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod answers;
pub mod case;
pub mod checklist;
pub mod estimate;
pub mod names;
pub mod num;
pub mod places;
pub mod policy;
pub mod reconcile;
pub mod rules;
pub mod spelling;
pub mod variants;
pub mod year;

#[doc = include_str!("architecture.md")]
pub mod architecture {}
