-- Names, numbers and phones stand here and nowhere else in a service, each value sealed by the field cipher.
create table person_identity (
    person_key text primary key,
    id_number  text not null,
    name       text not null,
    phone      text
);
