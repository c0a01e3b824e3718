package org.leye.subsidy.policy;

import org.leye.platform.problem.Text;

/** Why a case is paid, cut or refused. The names are stable identifiers (domain.md B.0); the texts may be reworded. */
public enum ReasonCode {
    OK("符合条件", "All conditions are met"),
    NO_POLICY_IN_FORCE("当日无有效政策", "No policy is in force on that date"),
    OUT_OF_WINDOW("不在政策规定的期间内", "Outside the period the policy covers"),
    APPLICATION_LATE("超过申请期限", "The application came after the deadline"),
    NOT_IN_SCOPE("不属于政策适用范围", "Not among what the policy covers"),
    ENTITY_EXCLUDED("该主体被排除在外", "This party is excluded"),
    SEVERE_DISCREDIT("被列入严重失信名单", "On the list of seriously dishonest entities"),
    ZOMBIE_ENTERPRISE("属于僵尸企业", "The enterprise exists in name only"),
    STATE_OWNED_EXCLUDED("国有单位不享受", "State-owned entities are excluded"),
    CONTRIBUTION_MONTHS_LT_MIN("缴费月数不足", "Too few months of contributions"),
    CONTRIBUTION_GAP("缴费中断", "Contributions were interrupted"),
    LAYOFF_RATE_EXCEEDED("裁员率超过上限", "The layoff rate is above the ceiling"),
    NO_BASE_YEAR_COUNT("缺少基准年参保人数", "There is no insured headcount for the base year"),
    DISPATCH_AGREEMENT_MISSING("缺少与用工单位的资金分配协议", "The agreement with the user units is missing"),
    ALREADY_GRANTED("已享受过同类待遇", "This was granted before"),
    IDENTITY_ALREADY_USED("该人员身份已用于另一笔补贴", "This person was already counted for another grant"),
    OVERLAP_WITH("与另一项待遇不可同时享受", "Cannot be combined with another benefit"),
    VOLUNTARY_UNEMPLOYMENT("因本人意愿中断就业", "The person gave up work by choice"),
    NOT_REGISTERED_UNEMPLOYED("未办理失业登记", "Not registered as unemployed"),
    NOT_IN_CATEGORY("不属于规定的人员类别", "Not in one of the categories of persons"),
    AGE_OUT_OF_RANGE("年龄不在规定范围", "The age is out of range"),
    HUKOU_NOT_ELIGIBLE("户籍不符合条件", "The household registration does not qualify"),
    MONTH_NOT_COVERED("该月不在补贴范围", "The month is not covered"),
    MAX_MONTHS_REACHED("已达最长享受月数", "The limit of months is reached"),
    MAX_YEARS_REACHED("已达最长享受年限", "The limit of years is reached"),
    MAX_TIMES_REACHED("已达最多享受次数", "The limit of times is reached"),
    CAP_APPLIED("金额受上限限制", "The amount is limited by a cap"),
    PARTIAL_MONTHS("仅部分月份符合条件", "Only some of the months qualify"),
    TAX_BELOW_MIN("纳税额低于要求", "The tax paid is below the minimum"),
    NOT_FIRST_BUSINESS("非首次创业", "Not the first business of this founder"),
    REGISTERED_TOO_LONG("登记注册时间过长", "Registered too long ago"),
    HEADCOUNT_BELOW_MIN("带动就业人数不足", "Too few employees"),
    RATE_ABOVE_CEILING("利率超过上限", "The rate is above the ceiling"),
    LOAN_NOT_REPAID_ON_TIME("贷款未按期偿还", "The loan was not repaid on time"),
    WAGE_BELOW_MIN("工资低于最低标准", "The wage is below the minimum"),
    INSURANCE_MISSING("未按规定参保", "The required insurance is missing"),
    CONTRACT_TOO_SHORT("合同期限过短", "The contract is too short"),
    LEVEL_NOT_COVERED("该技能等级不在补贴范围", "This skill level is not covered"),
    HIGHER_LEVEL_ALREADY_PAID("已享受更高等级的补贴", "A higher level was paid before"),
    CERTIFICATE_INVALID("证书无效", "The certificate is not valid"),
    ATTENDANCE_BELOW_MIN("出勤率不足", "Attendance is too low"),
    STABILITY_NOT_REACHED("稳定就业时间不足", "Not yet in stable work long enough"),
    NOT_NEW_TO_CITY("不属于新来本市就业人员", "The worker is not new to the city"),
    DUPLICATE_REFERRAL("该人员已由他人先行有效推荐", "Someone else made the first valid referral"),
    SELF_REFERRAL("不得推荐本人", "Nobody may refer himself"),
    OBJECTION_UPHELD("公示异议成立", "An objection was upheld"),
    DATA_MISMATCH("数据核对不一致", "The data do not agree"),
    DOCUMENT_MISSING("缺少材料", "A document is missing");

    private final Text text;

    ReasonCode(String zh, String en) {
        text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
