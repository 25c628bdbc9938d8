//! The places of the wizard: provinces and pooling areas, and finding one by
//! what people type.

mod area;
mod area_set;
mod county;
mod exact;
mod meaning;
mod names;
mod search;

pub use area::{Area, AreaId, Place, Province, ProvinceId};
pub use area_set::AreaSet;
pub use county::County;
pub use meaning::outside_at_start;
pub use names::Names;
pub use search::{
    PlaceError, county_of, english_names, lies_outside, named, names_at_start, resolve, search,
};
