create table enterprise (
    uscc          text primary key,
    version       bigint not null,
    name          text not null,
    division      text not null check (division ~ '^\d{9}$'),
    industry_code text not null,
    contact       text not null,
    registered_on date not null
);
create index enterprise_of_division on enterprise (division text_pattern_ops, uscc);

-- Vacancies. No reference to enterprise: whether it is known is one of the checks of a submission.
create table posting (
    id              text primary key,
    version         bigint not null,
    uscc            text not null,
    title           text not null,
    requirements    text not null,
    occupation_code text not null check (occupation_code ~ '^\d-\d{2}-\d{2}-\d{2}$'),
    kind            text not null check (kind in ('EMPLOYMENT', 'DISPATCH', 'WELFARE_POST', 'INTERNSHIP', 'GIG')),
    openings        integer not null check (openings >= 1),
    wage_from_fen   bigint not null check (wage_from_fen > 0),
    wage_to_fen     bigint not null check (wage_to_fen >= wage_from_fen),
    place           text not null check (place ~ '^\d{9}(\d{3})?$'),
    shift           text not null check (shift in ('DAY', 'NIGHT', 'ROTATING', 'FLEXIBLE')),
    lodging         boolean not null,
    expires_on      date not null,
    status          text not null check (status in ('DRAFT', 'PUBLISHED', 'REJECTED', 'FILLED', 'CLOSED')),
    published_on    date,
    check (status not in ('PUBLISHED', 'FILLED') or published_on is not null)
);
create index posting_of_enterprise on posting (uscc, id);
-- Candidates of a recommendation are found by medium group and by town.
create index posting_open_by_occupation on posting (substring(occupation_code, 1, 4), expires_on) where status = 'PUBLISHED';
create index posting_open_by_town on posting (substring(place, 1, 9), expires_on) where status = 'PUBLISHED';

create table posting_rejection (
    posting_id text not null references posting,
    position   integer not null,
    code       text not null,
    pointer    text not null,
    basis      text not null,
    primary key (posting_id, position)
);

-- Local minimum wage by month; the city is in the second tier of Ningbo.
create table minimum_wage (
    division    text not null,
    valid_from  date not null,
    valid_to    date,
    monthly_fen bigint not null check (monthly_fen > 0),
    source      text not null,
    confidence  text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED')),
    primary key (division, valid_from)
);
insert into minimum_wage values
    ('330282', '2017-12-01', '2021-07-31', 180000, 'tier table of Ningbo (R28); the tier of Cixi inferred', 'INFERRED'),
    ('330282', '2021-08-01', '2023-12-31', 207000, 'tier table of Ningbo (R28, R27); the tier of Cixi inferred', 'INFERRED'),
    ('330282', '2024-01-01', '2025-12-31', 226000, '甬政发〔2024〕27号 (R28)', 'VERIFIED'),
    ('330282', '2026-01-01', null,         243000, 'provincial tiers by notice of 2025-12-29 (R29, one secondary page); the tier of Cixi inferred', 'INFERRED');

create table posting_rule (
    valid_from    date primary key,
    valid_to      date,
    max_days_open integer not null check (max_days_open > 0),
    source        text not null,
    confidence    text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into posting_rule values ('2017-01-01', null, 90, 'domain.md C.6', 'PROPOSED');

-- Wording that a vacancy may not carry, as regular expressions of PostgreSQL over the text without blanks.
create table unlawful_wording (
    pattern    text primary key,
    ground     text not null check (ground in ('SEX', 'AGE', 'ETHNICITY', 'HEPATITIS_B', 'HUKOU')),
    valid_from date not null,
    valid_to   date,
    source     text not null,
    confidence text not null check (confidence in ('VERIFIED', 'INFERRED', 'UNVERIFIED', 'PROPOSED'))
);
insert into unlawful_wording (pattern, ground, valid_from, source, confidence) values
    ('(仅?限|只招|只要|仅招|要求)(男|女)', 'SEX', '2008-01-01', 'Employment Promotion Law art. 27', 'PROPOSED'),
    ('(男|女)(性|士|生)?优先', 'SEX', '2008-01-01', 'Employment Promotion Law art. 27', 'PROPOSED'),
    ('不(招|要|收)(男|女)', 'SEX', '2008-01-01', 'Employment Promotion Law art. 27', 'PROPOSED'),
    ('(已婚已育|未婚|未育)(优先|者)?', 'SEX', '2008-01-01', 'Employment Promotion Law art. 27', 'PROPOSED'),
    ('\d{2}(周)?岁(及)?(以下|以内|之内)', 'AGE', '2008-01-01', 'Employment Promotion Law art. 3', 'PROPOSED'),
    ('年龄(在)?\d{2}(-|~|—|至|到)\d{2}', 'AGE', '2008-01-01', 'Employment Promotion Law art. 3', 'PROPOSED'),
    ('(仅?限|只招)汉族|汉族优先|不(招|要|收)[^,，。;；]{0,6}族', 'ETHNICITY', '2008-01-01', 'Employment Promotion Law art. 28', 'PROPOSED'),
    ('乙肝|大三阳|小三阳|HBsAg', 'HEPATITIS_B', '2008-01-01', 'Employment Promotion Law art. 30', 'PROPOSED'),
    ('(仅?限|只招)[^,，。;；]{0,6}(户口|户籍|本地人)|(本地|城镇|慈溪)(户口|户籍|人)优先|不(招|要|收)外地', 'HUKOU', '2008-01-01', 'Employment Promotion Law art. 31', 'PROPOSED');
