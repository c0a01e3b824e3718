-- Who belongs to an officer's household, by person key. Declared at jobmatch-service; the others learn it by events, in any
-- order, and have no kind. A relation that ended keeps its row; valid_to is its last day.
create table officer_relation (
    id         text primary key,
    officer    text not null,
    related    text not null,
    kind       text,
    valid_from date not null,
    valid_to   date
);
create index officer_relation_of_officer on officer_relation (officer, related);
create index officer_relation_of_related on officer_relation (related, officer);
