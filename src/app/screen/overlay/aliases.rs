//! Pinyin, initials, English and the words people use for everything the palette
//! lists, so that it is found with and without an input method, whatever the
//! language on the screen.

use super::super::bindings::{Action, Subject};
use crate::words::synonyms;
use yidi_core::case::Field;

/// Other names of what can be done from the palette; nothing for keys that only
/// move or type.
pub(super) const fn of_action(action: Action) -> Option<&'static str> {
    Some(match action {
        Action::Ask(Subject::Route) => "qu xiang|quxiang|qx|ru guo zhuan zhen|route",
        Action::Ask(Subject::Field(field)) => of_field(field),
        Action::ToggleHardship => "kun nan|kunnan|kn|dibao|db|tekun|tk|hardship",
        Action::Raise => "zong fei yong jia|jia|zongfeiyongjia|a tenth more|raise",
        Action::Lower => "zong fei yong jian|jian|zongfeiyongjian|a tenth less|lower",
        Action::Undo => "che xiao|chexiao|cx|undo",
        Action::Redo => "hui fu|huifu|hf|redo",
        Action::Express => "yi hang lu ru|yihangluru|yhlr|express line",
        Action::Print => "ban shi dan|banshidan|bsd|da yin|dayin|dy|print|hand-out|pdf",
        Action::ShowFile => "da kai|dakai|dk|open file",
        Action::CopySummary => "fu zhi|fuzhi|fz|copy",
        Action::CopyList => "fu zhi qing dan|fuzhiqingdan|fzqd|copy list|checklist",
        Action::Qr => "er wei ma|erweima|ewm|sao ma|saoma|sm|qr|code",
        Action::Slip => {
            "he dui jie suan dan|heduijiesuandan|hdjsd|jie suan dan|jiesuandan|jsd|slip|reconcile"
        }
        Action::NextStay => "xia ci zhu yuan|xiacizhuyuan|xczy|zai zhu|next stay",
        Action::Year => "quan nian|quannian|qn|yi nian|year|all stays",
        Action::Meanings => "ci yi|ciyi|cy|ming ci|mingci|mc|words|meaning|glossary",
        Action::Pin => "ding zhu|dingzhu|dz|bing pai|bingpai|pin|side by side",
        Action::Calendar => "cun ri li|cunrili|crl|ri li|rili|rl|calendar|ics|dates",
        Action::Find => "cha zhao|chazhao|cz|find|search",
        Action::Save => "bao cun|baocun|bc|save",
        Action::Cases => "an li bu|anlibu|alb|an li|cases|case book",
        Action::Rules => "tian ben di gui ding|tianbendiguiding|tbdgd|gui ding|guiding|gd|rules|form",
        Action::Overlays => {
            "bu chong shu ju|buchongshuju|bcsj|jing ban ji gou|jbjg|own figures|overlay|agency"
        }
        Action::NewCase => "xin de yi li|xindeyili|xdyl|xin|new case",
        Action::Help => "bang zhu|bangzhu|bz|help|keys",
        Action::Language => "yu yan|yuyan|yy|yingwen|yw|zhongwen|zw|language|english|chinese",
        Action::Theme => "zhu ti|zhuti|zt|yan se|yanse|theme|colours|colors",
        #[cfg(unix)]
        Action::Suspend => "gua qi|guaqi|gq|suspend",
        Action::Quit => "tui chu|tuichu|tc|quit|exit|leave",
        Action::Back => "fan hui|fanhui|fh|xiugai|xg|back|edit",
        Action::Tick => "da gou|dagou|dg|tick|done",
        Action::Open => "zen me suan|zenmesuan|zms|chu chu|chuchu|explain|why",
        _ => return None,
    })
}

/// What people call it in characters; nothing where its name says it all.
pub(super) const fn spoken(action: Action) -> &'static str {
    match action {
        Action::Print => synonyms::PRINT,
        Action::Qr => synonyms::CODE,
        Action::NewCase => synonyms::NEW_CASE,
        Action::Language => synonyms::LANGUAGE,
        Action::Theme => synonyms::THEME,
        Action::Back => synonyms::BACK,
        Action::View(3) => synonyms::COMPARE,
        Action::Save => synonyms::SAVE,
        Action::Quit => synonyms::QUIT,
        Action::Undo => synonyms::UNDO,
        Action::Help => synonyms::HELP,
        Action::Ask(Subject::Field(Field::Tier)) => synonyms::HOSPITAL,
        Action::Ask(Subject::Field(Field::Care)) => synonyms::CARE,
        Action::Ask(Subject::Field(Field::Disease)) => synonyms::DISEASE,
        Action::Ask(Subject::Field(Field::Total)) => synonyms::TOTAL,
        Action::Ask(Subject::Field(Field::Filed)) => synonyms::FILED,
        _ => "",
    }
}

/// Other names of the views, in their order.
pub(super) const VIEWS: [&str; 5] = [
    "fei yong|feiyong|fy|cost",
    "qing dan|qingdan|qd|checklist|list",
    "dui bi|duibi|db|compare",
    "yi ju|yiju|yj|chu chu|sources|grounds|basis",
    "qu xian|quxian|qx|curve|chart|graph",
];

/// Other names of a question.
pub(super) const fn of_field(field: Field) -> &'static str {
    match field {
        Field::Insured => "can bao di|canbaodi|cbd|insured area",
        Field::CarePlace => "jiu yi di|jiuyidi|jyd|care area|care place",
        Field::Scheme | Field::Status => {
            "xian zhong|xianzhong|xz|shen fen|shenfen|sf|status|scheme and status"
        }
        Field::Tier => "yi yuan deng ji|yiyuandengji|yydj|deng ji|dengji|dj|tier|hospital tier",
        Field::Care => "jiu yi lei xing|jiuyileixing|jylx|menzhen|mz|zhuyuan|zy|care",
        Field::Disease => "bing zhong|bingzhong|bz|mantebing|mtb|chronic disease",
        Field::Reason => "yuan yin|yuanyin|yy|reason for going",
        Field::Filed => "bei an|beian|ba|filed",
        Field::Total => "zong fei yong|zongfeiyong|zfy|total bill|change the total",
        Field::OwnExpense => "zi fei|zifei|zf|own expense",
        Field::Prepay => "xian xing zi fu|xianxingzifu|xxzf|prepay",
        Field::ClassB => "yi lei|yilei|yl|class b",
        Field::ClassBRate => "yi lei bi li|yileibili|ylbl|class b rate",
        Field::OverLimit => "chao xian jia|chaoxianjia|cxj|over limit",
        Field::Admitted => "ru yuan|ruyuan|ry|admitted|date of admission",
        Field::Date => "chu yuan|chuyuan|cy|jie suan ri qi|jiesuanriqi|jsrq|settlement date|discharge date",
        Field::Networked => {
            "lian wang|lianwang|lw|zhijiejiesuan|zjjs|networked|settles directly|direct settlement"
        }
        Field::Age => "nian ling|nianling|nl|age",
        Field::Hardship => "kun nan|kunnan|kn|dibao|db|tekun|tk|hardship",
        Field::Account => "ge ren zhang hu|gerenzhanghu|grzh|account balance|personal account",
        Field::Admission => "di ji ci zhu yuan|dijicizhuyuan|djczy|cishu|admission|stay",
        Field::YtdDeductible => "jin nian qi fu xian|jinnianqifuxian|jnqfx|ytd deductible|deductible so far",
        Field::YtdEligible => "jin nian fu he fan wei|jinnianfuhefanwei|jnfhfw|ytd eligible|eligible so far",
        Field::YtdFund => "jin nian tong chou|jinniantongchou|jntc|ytd fund|fund paid so far",
        Field::YtdSupplement => "jin nian da e|jinniandae|jnde|ytd supplement|supplement so far",
        Field::YtdBurden => "jin nian zi fu|jinnianzifu|jnzf|ytd burden|burden so far",
        Field::YtdCatastrophic => "jin nian da bing|jinniandabing|jndb|ytd catastrophic|catastrophic so far",
        Field::YtdAid => "jin nian jiu zhu|jinnianjiuzhu|jnjz|ytd aid|medical aid so far",
        Field::Hospital => "yi yuan lei bie|yiyuanleibie|yylb|hospital class",
        Field::Contribution => "dang ci|dangci|dc|contribution class",
        Field::RetiredIn => "tui xiu nian fen|tuixiunianfen|txnf|retired in|year of retirement",
        Field::RuleDeductible => "dang di qi fu xian|qifuxian|qfx|local deductible",
        Field::RuleRate => "bao xiao bi li|baoxiaobili|bxbl|local rate",
        Field::RuleCut => "jiang ji ge dian|jiangdian|jd|points off",
        Field::RuleCap => "feng ding xian|fengdingxian|fdx|local cap",
        Field::RuleSupplementRate => "da e bi li|daebili|debl|local supplement rate",
        Field::RuleSupplementCap => "da e feng ding|daefengding|defd|local supplement cap",
        Field::RuleCatastrophicDeductible => "da bing qi fu|dabingqifu|dbqf|local catastrophic deductible",
        Field::RuleCatastrophicRate => "da bing bi li|dabingbili|dbbl|local catastrophic rate",
        Field::RuleCatastrophicCap => "da bing feng ding|dabingfengding|dbfd|local catastrophic cap",
        Field::Also(also) => also.entry().spellings,
    }
}
