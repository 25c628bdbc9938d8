//! The field's terms as types: who is insured how, where care happens, which way there.

use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::variants::all;

/// Scheme (险种): which basic insurance pays.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scheme {
    /// Employee insurance (职工医保).
    Employee,
    /// Resident insurance (居民医保).
    Resident,
}

/// Status (身份) of the insured person within a scheme.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Status {
    /// Employee in work (在职).
    Active,
    /// Retired employee (退休).
    Retired,
    /// Resident of working age (成年居民).
    Adult,
    /// Resident of 60 years and over (60 岁及以上居民).
    Senior,
    /// Pupil, student or child (学生儿童).
    Child,
}

impl Status {
    /// The scheme this status belongs to.
    pub const fn scheme(self) -> Scheme {
        match self {
            Self::Active | Self::Retired => Scheme::Employee,
            Self::Adult | Self::Senior | Self::Child => Scheme::Resident,
        }
    }

    /// Every status, in the order the wizard lists them.
    pub const ALL: [Self; 5] = [Self::Active, Self::Retired, Self::Adult, Self::Child, Self::Senior];
}

/// Care (就医类型): what kind of visit is settled.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[enumset(serialize_repr = "list")]
pub enum Care {
    /// A hospital stay (住院).
    Inpatient,
    /// An ordinary outpatient visit (普通门诊).
    Outpatient,
    /// A recognised chronic or special disease treated without a stay (门诊慢特病).
    Chronic,
}

/// Tier (医院等级) of the hospital.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Tier {
    /// Community or township institution (基层).
    Primary,
    /// Tier 1 (一级).
    One,
    /// Tier 2 (二级).
    Two,
    /// Tier 3 (三级).
    Three,
}

impl Tier {
    /// Every tier, in the order the wizard lists them.
    pub const ALL: [Self; 4] = [Self::Three, Self::Two, Self::One, Self::Primary];
}

/// Route (就医去向与备案): where care happens seen from the insured area, and
/// how the trip was filed. Decides deductible, rate and away rule.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Route {
    /// Care in the insured area itself (参保地就医).
    Local,
    /// Another pooling area of the same province (省内异地).
    InProvince,
    /// Filed as resettled, long-term resident or posted for work (长期异地).
    LongTerm,
    /// Filed with a referral of a hospital of the insured area (异地转诊).
    Referral,
    /// Emergency rescue, which counts as filed (急诊抢救).
    Emergency,
    /// Filed as any other trip (其他临时外出).
    Temporary,
    /// Not an emergency and not filed before the settlement (未备案).
    Unfiled,
}

impl Route {
    /// Every route, in the order of the settlement rules.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);

    /// Whether care on this route happens in another province.
    pub fn crosses_provinces(self) -> bool {
        !matches!(self, Self::Local | Self::InProvince)
    }
}

/// The routes that are possible for a case: more than one where something that
/// decides the route is not known.
pub type Routes = EnumSet<Route>;

/// Chronic kinds (门诊慢特病病种) that settle across provinces.
///
/// Source: reported national list of ten, five of them added later; an area may
/// have opened fewer.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum Disease {
    /// 高血压
    Hypertension,
    /// 糖尿病
    Diabetes,
    /// 恶性肿瘤门诊放化疗
    Cancer,
    /// 尿毒症透析
    Dialysis,
    /// 器官移植术后抗排异治疗
    Transplant,
    /// 慢性阻塞性肺疾病
    Copd,
    /// 类风湿关节炎
    RheumatoidArthritis,
    /// 冠心病
    CoronaryDisease,
    /// 病毒性肝炎
    Hepatitis,
    /// 强直性脊柱炎
    Spondylitis,
    /// Another kind, or not known which (其他病种或不清楚).
    Other,
}

impl Disease {
    /// Every kind, in the order they were opened, and what is none of them.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// Hospital class: a finer grade than the tier, where an area has a figure for it.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum HospitalClass {
    /// Run by or for the province, autonomous region or ministry (省属、部属、自治区属).
    ProvinceLevel,
    /// Run by the city (市属).
    CityLevel,
    /// Run by a district or county (区县属).
    DistrictLevel,
    /// Tier 3 grade A (三级甲等).
    GradeA,
    /// Tier 3 grade B or without grade (三级乙等及以下).
    GradeB,
    /// Traditional Chinese medicine hospital (中医院).
    Traditional,
    /// Specialist hospital (专科医院).
    Specialist,
    /// Village clinic (村卫生室).
    VillageClinic,
}

impl HospitalClass {
    /// Every class.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

/// Contribution class (缴费档次), where an area has more than one.
#[derive(EnumSetType, Debug, Hash, PartialOrd, Ord, Serialize, Deserialize, VariantArray)]
#[enumset(serialize_repr = "list")]
pub enum ContributionClass {
    /// 一档
    First,
    /// 二档
    Second,
    /// 三档
    Third,
}

impl ContributionClass {
    /// Every class.
    pub const ALL: [Self; Self::VARIANTS.len()] = all(Self::VARIANTS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_scheme() {
        let schemes = Status::ALL.map(Status::scheme);
        assert_eq!(schemes.iter().filter(|scheme| **scheme == Scheme::Employee).count(), 2);
    }

    #[test]
    fn only_two_routes_stay_in_the_province() {
        assert_eq!(Route::ALL.iter().filter(|route| route.crosses_provinces()).count(), 5);
    }
}
