-- The trail is cut into months, so that one day a month whose term is over can be let go whole. What there is becomes the first
-- piece; it may take rows until the end of next month, by when a service has made the pieces that follow. Nothing is read and no
-- index is built here, for this stops everybody: the steps before have done so.
do $$
declare
    next_piece date := (date_trunc('month', timezone('UTC', clock_timestamp())) + interval '2 months')::date;
    piece text := 'audit_row_' || to_char(next_piece - 1, 'YYYYMMDD');
begin
    execute format('alter table audit_row rename to %I', piece);
    execute format('alter index audit_row_pkey rename to %I', piece || '_pkey');
    execute format('alter index audit_row_of_subject rename to %I', piece || '_of_subject');
    execute format('alter index audit_row_in_order rename to %I', piece || '_in_order');
    execute format('drop trigger audit_row_is_final on %I', piece);
    execute format(
        'create table audit_row (like %I including defaults, primary key (id, at)) partition by range (at)', piece);
    -- Proves that every row belongs into the piece, and is not needed behind that.
    execute format(
        'alter table audit_row attach partition %I for values from (minvalue) to (%L)', piece, next_piece || ' 00:00:00+00');
    execute format('alter table %I drop constraint audit_row_before', piece);
end $$;

create index audit_row_of_subject on audit_row (subject, at);
create index audit_row_in_order on audit_row (xid, id);

-- Copied to every piece, those to come included.
create trigger audit_row_is_final before update or delete on audit_row
    for each row execute function audit_row_is_final();
-- Not copied to pieces by PostgreSQL; the function below does that.
create trigger audit_row_is_not_emptied before truncate on audit_row
    for each statement execute function audit_row_is_final();

create function audit_row_guard_pieces() returns void language plpgsql as $$
declare
    piece regclass;
begin
    -- replicas take turns
    perform pg_advisory_xact_lock(hashtextextended('audit guard', 0));
    for piece in
        select inhrelid::regclass from pg_inherits
         where inhparent = 'audit_row'::regclass
           and not exists (
               select from pg_trigger where tgrelid = inhrelid and tgname = 'audit_row_is_not_emptied')
    loop
        execute format(
            'create trigger audit_row_is_not_emptied before truncate on %s
                 for each statement execute function audit_row_is_final()', piece);
    end loop;
end $$;
select audit_row_guard_pieces();
