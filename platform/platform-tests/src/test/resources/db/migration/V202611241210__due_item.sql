-- Items that fall due on a day, and each time that one was worked off, with the day that the work saw.
create table due_item (id text primary key, work text not null, due_on date not null, trouble text);
create table due_item_done (seq bigint generated always as identity primary key, id text not null, seen date not null);
