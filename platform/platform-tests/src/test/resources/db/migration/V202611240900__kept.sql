create table kept_row (id integer primary key, at timestamptz not null);
create table kept_piece (id integer not null, at timestamptz not null, primary key (id, at)) partition by range (at);
