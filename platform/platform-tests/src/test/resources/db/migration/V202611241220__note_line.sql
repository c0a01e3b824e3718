-- Notes that came by file, in the order in which they were taken; a text is known once.
create table note_line (seq bigint generated always as identity, text text primary key, stars integer not null, moods text not null);
