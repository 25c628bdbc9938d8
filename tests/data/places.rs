//! Places as people say them: initials, counties, codes, a place inside another,
//! and names that mean several places or none of the mainland.

use yidi_core::answers::{Draft, express};
use yidi_core::places::{AreaId, County, Place, PlaceError, county_of, resolve, search};

fn name(typed: &str) -> String {
    match resolve(typed) {
        Ok(place) => place.name().to_owned(),
        Err(PlaceError::Several(all)) => {
            let names: Vec<&str> = all.iter().map(|place| place.name()).collect();
            format!("? {}", names.join(" "))
        }
        Err(PlaceError::Outside) => "outside".to_owned(),
        Err(PlaceError::Unknown { .. }) => "unknown".to_owned(),
    }
}

/// Initials of the cities most people travel to or come from, with who is first.
const INITIALS: &str = "bj北京 tj天津 sh上海 cq重庆 sjz石家庄 ty太原 hhht呼和浩特 sy沈阳 cc长春 heb哈尔滨 nj南京 hz杭州 \
    hf合肥 fz福州 nc南昌 jn济南 zz郑州 wh武汉 cs长沙 gz广州 nn南宁 hk海口 cd成都 gy贵阳 km昆明 xa西安 lz兰州 xn西宁 yc银川 \
    wlmq乌鲁木齐 ls拉萨 dl大连 qd青岛 nb宁波 xm厦门 sz深圳 wx无锡 wz温州 fs佛山 dg东莞 xz徐州 nt南通 yz扬州 sx绍兴 \
    ts唐山 bd保定 hd邯郸 lf廊坊 wf潍坊 yt烟台 ly临沂 zh珠海 zs中山 qz泉州 as鞍山 mas马鞍山 gl桂林 lz兰州 zy遵义 xy襄阳 \
    my绵阳 dq大庆 bt包头";

#[test]
fn the_first_hit_of_initials_is_the_larger_place() {
    let mut told = Vec::new();
    for pair in INITIALS.split_whitespace() {
        let at = pair.find(|c: char| !c.is_ascii()).unwrap();
        let (initials, meant) = pair.split_at(at);
        let found: Vec<&str> = search(initials).into_iter().map(Place::short).collect();
        if found.first() != Some(&meant) {
            told.push(format!("{initials}: {meant}, found {:?}", &found[..found.len().min(4)]));
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_large_city_is_meant_by_its_initials_and_others_are_asked() {
    for (typed, meant) in [
        ("sh", "上海市"),
        ("gz", "广州市"),
        ("sz", "深圳市"),
        ("cd", "成都市"),
        ("as", "? 鞍山市 安顺市 阿拉善盟"),
    ] {
        let got = name(typed);
        assert!(got == meant || meant.starts_with('?') && got.starts_with("? 鞍山市"), "{typed}: {got}");
    }
}

#[test]
fn counties_districts_and_codes_lead_to_their_pooling_area() {
    for (typed, meant) in [
        ("海淀区", "北京市"),
        ("海淀", "北京市"),
        ("昆山", "苏州市"),
        ("昆山市", "苏州市"),
        ("kunshan", "苏州市"),
        ("浦东新区", "上海市"),
        ("浦东", "上海市"),
        ("萧山", "杭州市"),
        ("梁平", "重庆市"),
        ("武昌", "武汉市"),
        ("福田", "深圳市"),
        ("天河区", "广州市"),
        ("滨海新区", "天津市"),
        ("义乌", "金华市"),
        ("顺德区", "佛山市"),
        ("haidian district", "北京市"),
        ("Yiwu City", "金华市"),
        ("110105", "北京市"),
        ("1101", "北京市"),
        ("310115", "上海市"),
        ("320583", "苏州市"),
        ("500155", "重庆市"),
        ("210381", "鞍山市"),
        ("131199", "衡水市"),
        ("440100", "广州市"),
        ("460400", "儋州市"),
        ("429004", "仙桃市"),
        ("659001", "石河子市"),
    ] {
        assert_eq!(name(typed), meant, "{typed}");
    }
}

#[test]
fn a_place_may_stand_after_the_one_it_lies_in() {
    for (typed, meant) in [
        ("辽宁省鞍山市", "鞍山市"),
        ("辽宁鞍山", "鞍山市"),
        ("辽宁 鞍山", "鞍山市"),
        ("liaoning anshan", "鞍山市"),
        ("北京市朝阳区", "北京市"),
        ("北京朝阳", "北京市"),
        ("江西省南昌市南昌县", "南昌市"),
        ("江苏省苏州市昆山市", "苏州市"),
        ("江苏昆山", "苏州市"),
        ("苏州昆山", "苏州市"),
        ("kunshan, suzhou", "苏州市"),
        ("Haidian District, Beijing", "北京市"),
        ("长春市朝阳区", "长春市"),
        ("鞍山市新开发区", "鞍山市"),
        ("吉林省吉林市", "吉林市"),
    ] {
        assert_eq!(name(typed), meant, "{typed}");
    }
    for typed in ["鞍山北京", "北京大学第三医院", "辽宁省广州市", "辽宁省海淀区"] {
        assert_eq!(name(typed), "unknown", "{typed}");
    }
}

#[test]
fn what_means_several_is_asked() {
    assert_eq!(name("朝阳"), "? 朝阳市 北京市 长春市");
    assert_eq!(name("朝阳市"), "朝阳市");
    for typed in ["朝阳区", "鼓楼区", "通州区", "和平区", "吉林", "西湖区", "长安区"] {
        assert!(name(typed).starts_with('?'), "{typed}: {}", name(typed));
    }
    for (typed, meant) in [("大同", "大同市"), ("中山", "中山市"), ("海南", "海南省"), ("河南", "河南省")]
    {
        assert!(!name(typed).starts_with("unknown"), "{typed}");
        if typed != "海南" {
            assert_eq!(name(typed), meant, "{typed}");
        }
    }
}

#[test]
fn abroad_hong_kong_macao_and_taiwan_are_told_apart_from_a_slip_of_the_pen() {
    for typed in ["香港", "澳门特别行政区", "台湾省", "日本", "Hong Kong", "国外", "USA"] {
        assert_eq!(name(typed), "outside", "{typed}");
    }
}

#[test]
fn every_county_leads_to_its_area_or_is_asked_by_every_name() {
    for county in County::all() {
        let area = Place::Area(county.area);
        let whole = format!("{}{}", area.name(), county.name);
        assert_eq!(resolve(&whole).ok(), Some(area), "{whole}");
        assert_eq!(county_of(&whole, area).map(|found| found.name), Some(county.name), "{whole}");
        assert_eq!(resolve(&county.code.to_string()).ok(), Some(area), "{}", county.code);
        match resolve(county.name) {
            Ok(place) => assert_eq!(place, area, "{}", county.name),
            Err(PlaceError::Several(all)) => assert!(all.contains(&area), "{}", county.name),
            Err(error) => panic!("{}: {error:?}", county.name),
        }
    }
}

#[test]
fn every_area_is_found_after_its_province_in_characters_and_letters() {
    for area in AreaId::all() {
        let place = Place::Area(area);
        let province = Place::Province(area.get().province);
        for typed in [
            format!("{}{}", province.name(), place.name()),
            format!("{}{}", province.short(), place.short()),
            format!("{} {}", province.pinyin(), place.pinyin()),
        ] {
            assert_eq!(resolve(&typed).ok(), Some(place), "{typed}");
        }
    }
}

#[test]
fn an_express_line_knows_counties_as_well() {
    for (line, from, to) in [
        ("昆山 北京海淀区 职工在职 三级 5万", "苏州市", "北京市"),
        ("从义乌到浦东新区 居民成年 三级 5万", "金华市", "上海市"),
        ("北京市朝阳区 上海 退休 三级 5万", "北京市", "上海市"),
        ("辽宁省鞍山市 北京 退休 三级 5万", "鞍山市", "北京市"),
    ] {
        let read = express(line, &Draft::default());
        let names = [read.draft.insured, read.draft.care_place].map(|place| place.map(Place::name));
        assert_eq!(names, [Some(from), Some(to)], "{line}: {:?} {:?}", read.doubtful, read.unknown);
    }
}
